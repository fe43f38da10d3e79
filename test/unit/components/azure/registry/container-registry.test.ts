import assert from "node:assert/strict";
import { ContainerRegistry } from "../../../../../components/azure/registry/container-registry.ts";
import type { ContainerRegistryArgs } from "../../../../../components/azure/registry/container-registry.ts";
import { at, build, refusedBy, valueOf } from "../registrations.ts";

const registry = (args: Partial<ContainerRegistryArgs> = {}, preview = false) =>
  build((opts) => new ContainerRegistry("registry", { resourceGroupName: "group", ...args }, opts), preview);

describe("ContainerRegistry", () => {
  it("is private, zone redundant and without shared credentials when nothing is said", async () => {
    const { inputs } = (await registry()).named("registry-registry");
    assert.deepEqual(inputs["sku"], { name: "Premium" });
    assert.equal(inputs["adminUserEnabled"], false);
    assert.equal(inputs["anonymousPullEnabled"], false);
    assert.equal(inputs["publicNetworkAccess"], "Disabled");
    assert.deepEqual(inputs["networkRuleSet"], { defaultAction: "Deny" });
    assert.equal(inputs["zoneRedundancy"], "Enabled");
    assert.equal(inputs["dataEndpointEnabled"], true);
    assert.deepEqual(inputs["policies"], {
      azureADAuthenticationAsArmPolicy: { status: "enabled" },
      exportPolicy: { status: "disabled" },
      quarantinePolicy: { status: "disabled" },
      trustPolicy: { status: "disabled", type: "Notary" },
      retentionPolicy: { status: "enabled", days: 7 },
    });
  });

  it("has a name that follows from project and stack", async () => {
    const first = (await registry()).named("registry-registry").inputs["registryName"];
    assert.equal(first, (await registry()).named("registry-registry").inputs["registryName"]);
    assert.match(String(first), /^registry[a-z0-9]{8}$/);
  });

  it("may be small and public, on purpose", async () => {
    const { inputs } = (await registry({ sku: "Basic", publicNetworkAccess: true })).named(
      "registry-registry",
    );
    assert.equal(inputs["publicNetworkAccess"], "Enabled");
    assert.equal(inputs["zoneRedundancy"], "Disabled");
    for (const property of ["networkRuleSet", "dataEndpointEnabled"]) {
      assert.equal(inputs[property], undefined, property);
    }
    assert.deepEqual(inputs["policies"], { azureADAuthenticationAsArmPolicy: { status: "enabled" } });
  });

  it("lets named networks in", async () => {
    const { inputs } = (
      await registry({ publicNetworkAccess: true, allowedIpRanges: ["203.0.113.0/24"] })
    ).named("registry-registry");
    assert.deepEqual(inputs["networkRuleSet"], {
      defaultAction: "Deny",
      ipRules: [{ action: "Allow", iPAddressOrRange: "203.0.113.0/24" }],
    });
  });

  it("keeps deleted images instead of removing untagged ones", async () => {
    const { inputs } = (await registry({ softDeleteDays: 30 })).named("registry-registry");
    assert.deepEqual(at(inputs, "policies", "softDeletePolicy"), {
      status: "enabled",
      retentionDays: 30,
    });
    assert.deepEqual(at(inputs, "policies", "retentionPolicy"), { status: "disabled", days: 0 });
  });

  it("connects by a private endpoint with a name in the zone", async () => {
    const { named } = await registry({ privateEndpoint: { subnetId: "/subnet", privateDnsZoneId: "/zone" } });
    assert.match(JSON.stringify(named("registry-private-endpoint").inputs), /"groupIds":\["registry"\]/);
    assert.match(JSON.stringify(named("registry-private-dns").inputs), /"privateDnsZoneId":"\/zone"/);
  });

  it("lets identities pull, and no more", async () => {
    const { named } = await registry({ pullPrincipals: { cluster: "kubelet" } });
    const { inputs } = named("registry-pull-cluster");
    assert.equal(inputs["principalId"], "kubelet");
    assert.match(String(inputs["roleDefinitionId"]), /7f951dda-4ed3-4680-a7ca-43fe172d538d$/);
  });

  it("foretells its host name in a preview, and answers with Azure's", async () => {
    for (const preview of [true, false]) {
      const { component } = await registry({ registryName: "platform12345" }, preview);
      assert.equal(await valueOf(component.loginServer), "platform12345.azurecr.io");
    }
  });

  const refused: [what: string, args: Partial<ContainerRegistryArgs>, properties: string[]][] = [
    ["a private registry of the tier Basic", { sku: "Basic" }, ["publicNetworkAccess"]],
    [
      "what only Premium has",
      { sku: "Standard", publicNetworkAccess: true, zoneRedundant: true, retentionDays: 7 },
      ["zoneRedundant", "retentionDays"],
    ],
    ["networks of a private registry", { allowedIpRanges: ["203.0.113.0/24"] }, ["allowedIpRanges"]],
    [
      "the whole Internet",
      { publicNetworkAccess: true, allowedIpRanges: ["0.0.0.0/0"] },
      ["allowedIpRanges[0]"],
    ],
    [
      "no export from a public registry",
      { publicNetworkAccess: true, exportEnabled: false },
      ["exportEnabled"],
    ],
    ["two ways to treat old images", { retentionDays: 7, softDeleteDays: 7 }, ["softDeleteDays"]],
    ["a name with a hyphen", { registryName: "my-registry" }, ["registryName"]],
  ];
  for (const [what, args, properties] of refused) {
    it(`refuses ${what}`, () => {
      assert.deepEqual(
        refusedBy(() => new ContainerRegistry("registry", { resourceGroupName: "group", ...args })),
        properties,
      );
    });
  }
});
