import { absent, flag, number, object, objects, text } from "../../body.ts";
import { idKey } from "../../arm-id.ts";
import { badRequest, refusal, type Refusal } from "../../refusal.ts";
import type { Link, ResourceType, Write } from "../../resource-type.ts";
import type { ArmBody } from "../../service.ts";
import { privateEndpointConnections } from "../network/private-link.ts";
import { subnetType } from "../network/subnet.ts";

export const vaultToken = "azure-native:keyvault:Vault";

export const vault: ResourceType = {
  token: vaultToken,
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.KeyVault/vaults/{vaultName}",
  apiVersion: "2024-11-01",
  place: "regional",
  stamps: ["systemData"],
  writeOnly: ["properties.createMode"],
  enumerations: {
    "properties.sku.name": ["keyvault", "SkuName"],
    "properties.sku.family": ["keyvault", "SkuFamily"],
    "properties.publicNetworkAccess": ["keyvault", "PublicNetworkAccess"],
    "properties.networkAcls.defaultAction": ["keyvault", "NetworkRuleAction"],
    "properties.networkAcls.bypass": ["keyvault", "NetworkRuleBypassOptions"],
    "properties.createMode": ["keyvault", "CreateMode"],
  },
  unique: {
    realm: "vault",
    taken: (write) =>
      refusal(
        409,
        "VaultAlreadyExists",
        `The vault name '${write.name}' is already in use. Vault names are globaly unique so it is possible that the name is already taken. If you are sure that the vault name was not taken then it is possible that a vault with the same name was recently deleted but not purged after being placed in a recoverable state. If the vault is in a recoverable state then the vault will need to be purged before reusing the name. For more information on soft delete and purging a vault follow this link https://go.microsoft.com/fwlink/?linkid=2147740.`,
      ),
    held: () =>
      refusal(
        409,
        "ConflictError",
        "A vault with the same name already exists in deleted state. You need to either recover or purge existing key vault. Follow this link https://go.microsoft.com/fwlink/?linkid=2149745 for more information on soft delete.",
      ),
    recovers: (write) => text(write.sent, "properties.createMode") === "recover",
    holdDays: (resource) => number(resource.body, "properties.softDeleteRetentionInDays") ?? 90,
  },
  defaults: () => ({
    properties: {
      enabledForDeployment: false,
      enabledForDiskEncryption: false,
      enabledForTemplateDeployment: false,
      enableRbacAuthorization: false,
      enableSoftDelete: true,
      softDeleteRetentionInDays: 90,
      publicNetworkAccess: "Enabled",
    },
  }),
  refusals: vaultRefusals,
  conflicts: vaultConflicts,
  *links(body): Iterable<Link> {
    for (const [index, rule] of objects(body, "properties.networkAcls.virtualNetworkRules").entries()) {
      const target = text(rule, "id");
      if (target === undefined) continue;
      const missing = badRequest("BadRequest", `The subnet ${target} of the network rules was not found.`);
      yield { target, property: `networkAcls.virtualNetworkRules.${index}`, type: subnetType, missing };
    }
  },
  outputs: (resource, azure) => {
    const connections = privateEndpointConnections(resource, azure);
    return {
      properties: {
        ...(absent(resource.body, "properties.accessPolicies") ? { accessPolicies: [] } : {}),
        provisioningState: resource.state === "Creating" ? "RegisteringDns" : resource.state,
        vaultUri: vaultUri(resource.name),
        ...(connections.length > 0 ? { privateEndpointConnections: connections } : {}),
      },
    };
  },
};

export function vaultUri(name: string): string {
  return `https://${name.toLowerCase()}.vault.azure.net/`;
}

function* vaultRefusals(body: ArmBody): Iterable<Refusal> {
  if (flag(body, "properties.enablePurgeProtection") === false) {
    yield badRequest(
      "BadRequest",
      'The property "enablePurgeProtection" cannot be set to false. Enabling the purge protection for a vault is an irreversible action.',
    );
  }
  if (flag(body, "properties.enableSoftDelete") === false) {
    yield badRequest(
      "BadRequest",
      'The property "enableSoftDelete" cannot be set to false. Enabling the soft delete for a vault is an irreversible action.',
    );
  }
  const days = number(body, "properties.softDeleteRetentionInDays");
  if (days !== undefined && (days < 7 || days > 90)) {
    yield badRequest(
      "BadRequest",
      `The property "softDeleteRetentionInDays" is ${days}: it must be between 7 and 90.`,
    );
  }
  const tenant = text(body, "properties.tenantId");
  if (tenant !== undefined && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(tenant)) {
    yield badRequest("BadRequest", `The tenantId '${tenant}' is no GUID.`);
  }
  const policies = objects(body, "properties.accessPolicies");
  if (policies.length > 1024)
    yield badRequest("BadRequest", `A vault has 1024 access policies at most, not ${policies.length}.`);
}

function* vaultConflicts(write: Write): Iterable<Refusal> {
  if (!/^[a-zA-Z](?!.*--)[a-zA-Z0-9-]{1,22}[a-zA-Z0-9]$/.test(write.name)) {
    yield badRequest(
      "VaultNameNotValid",
      `The vault name '${write.name}' is invalid. A vault's name must be between 3-24 alphanumeric characters. The name must begin with a letter, end with a letter or digit, and not contain consecutive hyphens. Follow this link for more information: https://go.microsoft.com/fwlink/?linkid=2147742`,
    );
  }
  for (const property of ["sku", "tenantId"]) {
    if (absent(write.sent, `properties.${property}`)) {
      yield badRequest("BadRequest", `The property "${property}" is required.`);
    }
  }
  const before = object(write.before?.body ?? {}, "properties");
  const after = object(write.body, "properties");
  if (flag(before, "enablePurgeProtection") === true && flag(after, "enablePurgeProtection") !== true) {
    yield badRequest(
      "BadRequest",
      'The property "enablePurgeProtection" cannot be set to false. Enabling the purge protection for a vault is an irreversible action.',
    );
  }
  const [was, is] = [number(before, "softDeleteRetentionInDays"), number(after, "softDeleteRetentionInDays")];
  if (was !== undefined && is !== undefined && was !== is) {
    yield badRequest(
      "BadRequest",
      `The property "softDeleteRetentionInDays" has been set already and it can't be modified.`,
    );
  }
  const tenant = text(before, "tenantId");
  if (tenant !== undefined && idKey(tenant) !== idKey(text(after, "tenantId") ?? "")) {
    yield badRequest(
      "BadRequest",
      "The tenantId of a vault with access policies of another tenant cannot be changed here.",
    );
  }
}
