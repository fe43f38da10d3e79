import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { AksCluster } from "../../../../../components/azure/aks/aks-cluster.ts";
import { refuse } from "../../../../../components/azure/refusals/refusal.ts";

describe("a refusal", () => {
  it("names component, property, value, what is allowed and the remedy", () => {
    assert.throws(
      () => {
        refuse("KeyVault", "vault", [
          { property: "softDeleteDays", value: 1, allowed: "7 to 90", remedy: "Choose more." },
          { property: "tenantId", value: undefined, allowed: "a tenant", remedy: "Give one." },
        ]);
      },
      (error) => {
        assert.ok(pulumi.InputPropertiesError.isInstance(error));
        assert.equal(
          error.message,
          [
            'KeyVault "vault" cannot be created:',
            "  - softDeleteDays is 1; allowed: 7 to 90. Choose more.",
            "  - tenantId is missing; allowed: a tenant. Give one.",
          ].join("\n"),
        );
        assert.deepEqual(
          error.errors.map(({ propertyPath }) => propertyPath),
          ["softDeleteDays", "tenantId"],
        );
        return true;
      },
    );
  });

  it("comes before anything is registered", async () => {
    const registered: string[] = [];
    await pulumi.runtime.setMocks({
      newResource: ({ name }) => {
        registered.push(name);
        return { id: name, state: {} };
      },
      call: () => ({}),
    });
    assert.throws(
      () => new AksCluster("aks", { resourceGroupName: "group", nodeSubnetId: "/nodes" }),
      /AksCluster "aks" cannot be created/,
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.deepEqual(registered, []);
  });

  it("is none when nothing is wrong", () => {
    refuse("KeyVault", "vault", []);
  });
});
