import assert from "node:assert/strict";
import { WorkloadIdentity } from "../../../../../components/azure/identity/workload-identity.ts";
import { build, refusedBy, valueOf } from "../registrations.ts";

const args = {
  resourceGroupName: "group",
  oidcIssuerUrl: "https://issuer.example.net/",
  namespace: "apps",
  serviceAccount: "idea",
};

describe("WorkloadIdentity", () => {
  it("trusts one service account of one issuer", async () => {
    const { named } = await build((opts) => new WorkloadIdentity("idea", args, opts));
    const { inputs } = named("idea-credential");
    assert.equal(inputs["issuer"], "https://issuer.example.net/");
    assert.equal(inputs["subject"], "system:serviceaccount:apps:idea");
    assert.deepEqual(inputs["audiences"], ["api://AzureADTokenExchange"]);
    assert.equal(inputs["resourceName"], "idea");
  });

  it("gets the granted roles on their scopes, as a service principal", async () => {
    const grants = [{ name: "secrets", role: "Key Vault Secrets User", scope: "/vault" }];
    const { named } = await build((opts) => new WorkloadIdentity("idea", { ...args, grants }, opts));
    const { inputs } = named("idea-role-secrets");
    assert.equal(inputs["scope"], "/vault");
    assert.equal(inputs["principalId"], "principal-of-idea");
    assert.equal(inputs["principalType"], "ServicePrincipal");
    assert.match(String(inputs["roleDefinitionId"]), /4633458b-17de-408a-b874-0445c86b69e6$/);
  });

  it("answers with client id and principal id", async () => {
    const { component } = await build((opts) => new WorkloadIdentity("idea", args, opts));
    assert.equal(await valueOf(component.clientId), "client-of-idea");
    assert.equal(await valueOf(component.principalId), "principal-of-idea");
  });

  it("refuses wildcards, broad roles and grants of one name", () => {
    const owner = { name: "all", role: "Owner", scope: "/" };
    assert.deepEqual(
      refusedBy(
        () =>
          new WorkloadIdentity("idea", {
            ...args,
            namespace: "*",
            serviceAccount: "a:b",
            grants: [owner, owner],
          }),
      ),
      ["namespace", "serviceAccount", "grants", "grants[0].role", "grants[1].role"],
    );
  });
});
