import assert from "node:assert/strict";
import { KeyVault } from "../../../../../components/azure/keyvault/key-vault.ts";
import type { KeyVaultArgs } from "../../../../../components/azure/keyvault/key-vault.ts";
import { at, build, refusedBy, valueOf } from "../registrations.ts";

const required: KeyVaultArgs = { resourceGroupName: "group", tenantId: "tenant" };
const vault = (args: Partial<KeyVaultArgs> = {}) =>
  build((opts) => new KeyVault("vault", { ...required, ...args }, opts));

describe("KeyVault", () => {
  it("is closed and keeps what is deleted when nothing is said", async () => {
    const { inputs } = (await vault()).named("vault-vault");
    assert.deepEqual(inputs["properties"], {
      tenantId: "tenant",
      sku: { family: "A", name: "standard" },
      enableRbacAuthorization: true,
      enableSoftDelete: true,
      softDeleteRetentionInDays: 90,
      enablePurgeProtection: true,
      enabledForDeployment: false,
      enabledForDiskEncryption: false,
      enabledForTemplateDeployment: false,
      publicNetworkAccess: "Disabled",
      networkAcls: { defaultAction: "Deny", bypass: "AzureServices" },
    });
  });

  it("says nothing about purge protection when it is off, because Azure refuses a false", async () => {
    const { inputs } = (await vault({ purgeProtection: false })).named("vault-vault");
    assert.equal(at(inputs, "properties", "enableRbacAuthorization"), true);
    assert.equal(at(inputs, "properties", "enablePurgeProtection"), undefined);
  });

  it("lets named networks in", async () => {
    const { inputs } = (
      await vault({ publicNetworkAccess: true, allowedIpRanges: ["203.0.113.0/24"] })
    ).named("vault-vault");
    assert.deepEqual(at(inputs, "properties", "networkAcls"), {
      defaultAction: "Deny",
      bypass: "AzureServices",
      ipRules: [{ value: "203.0.113.0/24" }],
    });
  });

  it("answers with its URI", async () => {
    const { component } = await vault({ vaultName: "kv-platform" });
    assert.equal(await valueOf(component.vaultUri), "https://kv-platform.vault.azure.net/");
  });

  const refused: [what: string, args: Partial<KeyVaultArgs>, properties: string[]][] = [
    ["a public vault for everybody", { publicNetworkAccess: true }, ["allowedIpRanges"]],
    ["a name with two hyphens in a row", { vaultName: "kv--platform" }, ["vaultName"]],
    ["a name that is too long", { vaultName: "kv-platform-of-our-company" }, ["vaultName"]],
    ["a soft delete of a day", { softDeleteDays: 1 }, ["softDeleteDays"]],
  ];
  for (const [what, args, properties] of refused) {
    it(`refuses ${what}`, () => {
      assert.deepEqual(
        refusedBy(() => new KeyVault("vault", { ...required, ...args })),
        properties,
      );
    });
  }
});
