import { compact, flag, objects, text } from "../../body.ts";
import type { Invoke } from "../../invoke.ts";
import { badRequest, refusal, type Refusal } from "../../refusal.ts";
import type { Link, Resource, ResourceType } from "../../resource-type.ts";
import type { ArmBody } from "../../service.ts";
import { propertyFixed } from "../fixed-properties.ts";
import { identityLinks } from "../identities.ts";
import { privateEndpointConnections } from "../network/private-link.ts";
import { subnetType } from "../network/subnet.ts";

export const storageAccountToken = "azure-native:storage:StorageAccount";

export const storageAccount: ResourceType = {
  token: storageAccountToken,
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Storage/storageAccounts/{accountName}",
  apiVersion: "2024-01-01",
  place: "regional",
  stamps: ["provisioningState"],
  identity: true,
  enumerations: {
    "sku.name": ["storage", "SkuName"],
    kind: ["storage", "Kind"],
    accessTier: ["storage", "AccessTier"],
    minimumTlsVersion: ["storage", "MinimumTlsVersion"],
    publicNetworkAccess: ["storage", "PublicNetworkAccess"],
    "networkRuleSet.defaultAction": ["storage", "DefaultAction"],
    dnsEndpointType: ["storage", "DnsEndpointType"],
    largeFileSharesState: ["storage", "LargeFileSharesState"],
  },
  unique: {
    realm: "storage",
    taken: (write) =>
      refusal(409, "StorageAccountAlreadyTaken", `The storage account named ${write.name} is already taken.`),
  },
  defaults: (body) => ({
    accessTier: /Premium/.test(text(body, "sku.name") ?? "") ? "Premium" : "Hot",
    allowBlobPublicAccess: false,
    allowCrossTenantReplication: false,
    allowSharedKeyAccess: true,
    enableHttpsTrafficOnly: true,
    isHnsEnabled: false,
    minimumTlsVersion: "TLS1_2",
    publicNetworkAccess: "Enabled",
    dnsEndpointType: "Standard",
    encryption: { keySource: "Microsoft.Storage" },
    networkRuleSet: { bypass: "AzureServices", defaultAction: "Allow", ipRules: [], virtualNetworkRules: [] },
  }),
  *refusals(body): Iterable<Refusal> {
    const tls = text(body, "minimumTlsVersion");
    if (tls === "TLS1_0" || tls === "TLS1_1") {
      yield badRequest(
        "InvalidRequestPropertyValue",
        `The value '${tls}' is not allowed for property minimumTlsVersion: TLS 1.0 and 1.1 are retired.`,
      );
    }
    if (flag(body, "isSftpEnabled") === true && flag(body, "isHnsEnabled") === false) {
      yield badRequest(
        "InvalidRequestPropertyValue",
        "SFTP needs the hierarchical namespace (isHnsEnabled).",
      );
    }
    const kind = text(body, "kind");
    if (kind === "Storage" || kind === "BlobStorage") {
      yield badRequest(
        "InvalidRequestPropertyValue",
        `The value '${kind}' is not allowed for property kind: accounts of this kind are retired, use StorageV2.`,
      );
    }
    const premium = /^Premium/.test(text(body, "sku.name") ?? "Standard");
    if (
      (kind === "FileStorage" || kind === "BlockBlobStorage") &&
      text(body, "sku.name") !== undefined &&
      !premium
    ) {
      yield badRequest(
        "InvalidRequestPropertyValue",
        `The value '${text(body, "sku.name") ?? ""}' is not allowed for property sku.name of the kind ${kind}.`,
      );
    }
  },
  *conflicts(write) {
    if (!/^[a-z0-9]{3,24}$/.test(write.name)) {
      yield badRequest(
        "AccountNameInvalid",
        `${write.name} is not a valid storage account name. Storage account name must be between 3 and 24 characters in length and use numbers and lower-case letters only.`,
      );
    }
    yield* propertyFixed(write, ["isHnsEnabled", "dnsEndpointType"]);
  },
  *links(body): Iterable<Link> {
    yield* identityLinks(body, (id) =>
      badRequest("InvalidResourceIdentity", `The user-assigned identity ${id} was not found.`),
    );
    for (const [index, rule] of objects(body, "networkRuleSet.virtualNetworkRules").entries()) {
      const target = text(rule, "virtualNetworkResourceId");
      if (target === undefined) continue;
      const missing = badRequest(
        "SubnetNotFound",
        `The subnet ${target} of the network rules was not found.`,
      );
      yield { target, property: `networkRuleSet.virtualNetworkRules.${index}`, type: subnetType, missing };
    }
  },
  outputs: (resource, azure) =>
    compact({
      creationTime: resource.createdAt,
      keyCreationTime: { key1: resource.createdAt, key2: resource.createdAt },
      primaryEndpoints: endpoints(resource),
      primaryLocation: resource.location,
      statusOfPrimary: "available",
      sku: {
        name: text(resource.body, "sku.name") ?? "",
        tier: /^Premium/.test(text(resource.body, "sku.name") ?? "") ? "Premium" : "Standard",
      },
      encryption: {
        services: {
          blob: { enabled: true, keyType: "Account", lastEnabledTime: resource.createdAt },
          file: { enabled: true, keyType: "Account", lastEnabledTime: resource.createdAt },
        },
      },
      privateEndpointConnections: privateEndpointConnections(resource, azure),
    }),
};

function endpoints(resource: Resource): ArmBody {
  const host = (service: string): string => `https://${resource.name}.${service}.core.windows.net/`;
  return {
    blob: host("blob"),
    dfs: host("dfs"),
    file: host("file"),
    queue: host("queue"),
    table: host("table"),
    web: `https://${resource.name}.z6.web.core.windows.net/`,
  };
}

/** Keys of an account. They are derived, not stored. */
export const listStorageAccountKeys: Invoke = async (args, context) => {
  const { id } = await context.manager.get(storageAccountToken, context.id(storageAccount.path, args));
  const account = context.azure.find(id);
  return {
    keys: ["key1", "key2"].map((keyName) => ({
      keyName,
      permissions: "FULL",
      creationTime: account?.createdAt ?? "",
      value: context.azure.key.derive("storage", id, keyName),
    })),
  };
};
