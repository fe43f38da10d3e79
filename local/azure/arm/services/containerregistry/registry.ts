import { flag, object, objects, text } from "../../body.ts";
import { badRequest, refusal, type Refusal } from "../../refusal.ts";
import { hasZones } from "../../regions.ts";
import type { Resource, ResourceType } from "../../resource-type.ts";
import type { ArmBody } from "../../service.ts";
import { identityLinks } from "../identities.ts";
import { privateEndpointConnections } from "../network/private-link.ts";

export const registryToken = "azure-native:containerregistry:Registry";

export const registry: ResourceType = {
  token: registryToken,
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.ContainerRegistry/registries/{registryName}",
  apiVersion: "2023-01-01-preview",
  place: "regional",
  stamps: ["provisioningState", "systemData"],
  identity: true,
  enumerations: {
    "sku.name": ["containerregistry", "SkuName"],
    publicNetworkAccess: ["containerregistry", "PublicNetworkAccess"],
    networkRuleBypassOptions: ["containerregistry", "NetworkRuleBypassOptions"],
    zoneRedundancy: ["containerregistry", "ZoneRedundancy"],
    "networkRuleSet.defaultAction": ["containerregistry", "DefaultAction"],
    "encryption.status": ["containerregistry", "EncryptionStatus"],
    "identity.type": ["containerregistry", "ResourceIdentityType"],
    "policies.retentionPolicy.status": ["containerregistry", "PolicyStatus"],
    "policies.quarantinePolicy.status": ["containerregistry", "PolicyStatus"],
    "policies.trustPolicy.status": ["containerregistry", "PolicyStatus"],
    "policies.softDeletePolicy.status": ["containerregistry", "PolicyStatus"],
    "policies.exportPolicy.status": ["containerregistry", "ExportPolicyStatus"],
  },
  unique: {
    realm: "registry",
    taken: (write) =>
      refusal(
        409,
        "AlreadyInUse",
        `The registry DNS name ${write.name}.azurecr.io is already in use. You can check if the name is already claimed using following API: https://docs.microsoft.com/en-us/rest/api/containerregistry/registries/checknameavailability`,
      ),
  },
  defaults: (body) => ({
    adminUserEnabled: false,
    anonymousPullEnabled: false,
    dataEndpointEnabled: false,
    publicNetworkAccess: "Enabled",
    networkRuleBypassOptions: "AzureServices",
    zoneRedundancy: "Disabled",
    encryption: { status: "disabled" },
    ...(isPremium(body) ? { networkRuleSet: { defaultAction: "Allow", ipRules: [] } } : {}),
    policies: {
      quarantinePolicy: { status: "disabled" },
      trustPolicy: { type: "Notary", status: "disabled" },
      retentionPolicy: { days: 7, status: "disabled" },
      exportPolicy: { status: "enabled" },
      azureADAuthenticationAsArmPolicy: { status: "enabled" },
      softDeletePolicy: { retentionDays: 7, status: "disabled" },
    },
  }),
  refusals: skuRefusals,
  *conflicts(write) {
    if (!/^[a-zA-Z0-9]{5,50}$/.test(write.name)) {
      yield badRequest(
        "InvalidRegistryName",
        `The registry name '${write.name}' is invalid: 5 to 50 letters and digits are allowed.`,
      );
    }
    if (text(write.body, "zoneRedundancy") === "Enabled" && !hasZones(write.location)) {
      yield badRequest(
        "ZoneRedundancyNotSupported",
        `Zone redundancy is not supported in the region ${write.location}.`,
      );
    }
    const was = text(write.before?.body ?? {}, "zoneRedundancy");
    if (was !== undefined && was !== text(write.body, "zoneRedundancy")) {
      yield badRequest("CannotChangeZoneRedundancy", "Zone redundancy of a registry cannot be changed.");
    }
  },
  links: (body) =>
    identityLinks(body, (id) =>
      badRequest("InvalidIdentity", `The user-assigned identity ${id} was not found.`),
    ),
  refusesPrivateEndpoint: (resource) =>
    isPremium(resource.body)
      ? undefined
      : `Private endpoint connections are not supported for the SKU ${sku(resource.body)}. For more information, please visit https://aka.ms/acr/private-link.`,
  outputs: (resource, azure) => ({
    creationDate: resource.createdAt,
    loginServer: loginServer(resource),
    dataEndpointHostNames:
      flag(resource.body, "dataEndpointEnabled") === true
        ? [`${resource.name.toLowerCase()}.${resource.location}.data.azurecr.io`]
        : [],
    sku: { name: sku(resource.body), tier: sku(resource.body) },
    policies: {
      retentionPolicy: { lastUpdatedTime: resource.changedAt },
      softDeletePolicy: { lastUpdatedTime: resource.changedAt },
    },
    privateEndpointConnections: privateEndpointConnections(resource, azure),
  }),
};

export function loginServer(resource: Resource): string {
  return `${resource.name.toLowerCase()}.azurecr.io`;
}

function sku(body: ArmBody): string {
  return text(body, "sku.name") ?? "";
}

function isPremium(body: ArmBody): boolean {
  return sku(body).toLowerCase() === "premium";
}

/** What only a Premium registry can do: learn.microsoft.com/azure/container-registry/container-registry-skus */
function* skuRefusals(body: ArmBody): Iterable<Refusal> {
  const name = text(body, "sku.name");
  if (name?.toLowerCase() === "classic")
    yield badRequest("SkuNotSupported", "The SKU Classic is not supported.");
  const exports = text(body, "policies.exportPolicy.status");
  if (exports === "disabled" && text(body, "publicNetworkAccess") === "Enabled") {
    yield badRequest(
      "ExportPolicyNotSupported",
      "The export policy can be disabled only when public network access is disabled.",
    );
  }
  if (name === undefined || isPremium(body)) return;
  const unsupported = (feature: string, code: string): Refusal =>
    badRequest(code, `The requested feature ${feature} is not supported for the SKU ${name}.`);
  if (text(body, "publicNetworkAccess") === "Disabled") {
    yield badRequest(
      "DisablingPublicNetworkAccessNotSupported",
      `Disabling public network access is not supported for the SKU ${name}. For more information, please visit https://aka.ms/acr/private-link.`,
    );
  }
  const rules = object(body, "networkRuleSet");
  if (text(rules, "defaultAction") === "Deny" || objects(rules, "ipRules").length > 0) {
    yield unsupported("network rule", "NetworkRuleNotSupported");
  }
  if (flag(body, "dataEndpointEnabled") === true)
    yield unsupported("data endpoint", "DataEndpointNotSupported");
  if (text(body, "zoneRedundancy") === "Enabled")
    yield unsupported("zone redundancy", "ZoneRedundancyNotSupported");
  if (text(body, "encryption.status") === "enabled")
    yield unsupported("encryption", "EncryptionNotSupported");
  if (text(body, "policies.retentionPolicy.status") === "enabled") {
    yield unsupported("retention policy", "RetentionPolicyNotSupported");
  }
  if (text(body, "policies.trustPolicy.status") === "enabled") {
    yield unsupported("trust policy", "TrustPolicyNotSupported");
  }
  if (text(body, "policies.quarantinePolicy.status") === "enabled") {
    yield badRequest("SkuNotSupported", `The SKU ${name} is not supported.`);
  }
  if (exports === "disabled") yield unsupported("export policy", "ExportPolicyNotSupported");
}
