import assert from "node:assert/strict";
import {
  builtInRoles,
  knownRole,
  roleDefinitionId,
  roleRefusals,
} from "../../../../../components/azure/identity/roles.ts";

describe("the roles that the platform grants", () => {
  it("have a GUID each", () => {
    const ids = Object.values(builtInRoles);
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(ids.every((id) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)));
  });

  for (const role of ["Owner", "Contributor", "User Access Administrator", "acrpull", "toString", ""]) {
    it(`do not include ${JSON.stringify(role)}`, () => {
      assert.deepEqual(
        roleRefusals("role", role).map(({ property, value }) => [property, value]),
        [["role", role]],
      );
      assert.throws(() => knownRole(role), RangeError);
    });
  }

  it("are named without a subscription, so that they are known at preview", () => {
    assert.equal(
      roleDefinitionId(knownRole("AcrPull")),
      "/providers/Microsoft.Authorization/roleDefinitions/7f951dda-4ed3-4680-a7ca-43fe172d538d",
    );
  });
});
