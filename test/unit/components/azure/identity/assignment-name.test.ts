import assert from "node:assert/strict";
import fc from "fast-check";
import { assignmentName } from "../../../../../components/azure/identity/assignment-name.ts";

describe("the name of a role assignment", () => {
  it("is a UUID of version 5", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (scope, principal, role) => {
        assert.match(
          assignmentName(scope, principal, role),
          /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
        );
      }),
    );
  });

  it("does not depend on the letter case of ids, which Azure does not keep", () => {
    assert.equal(
      assignmentName("/subscriptions/S/resourceGroups/G", "ABC", "AcrPull"),
      assignmentName("/subscriptions/s/resourcegroups/g", "abc", "AcrPull"),
    );
  });

  it("differs with each of its parts", () => {
    const names = [
      assignmentName("/a", "p", "AcrPull"),
      assignmentName("/b", "p", "AcrPull"),
      assignmentName("/a", "q", "AcrPull"),
      assignmentName("/a", "p", "AcrPush"),
    ];
    assert.equal(new Set(names).size, names.length);
  });

  it("has not changed since the first version: a new name is a new assignment", () => {
    assert.equal(assignmentName("/a", "p", "AcrPull"), "1158fc62-ce88-5675-809f-aa4b3d888b2c");
  });
});
