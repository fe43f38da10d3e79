import { flag, text } from "../../body.ts";
import { containerOf } from "../../arm-id.ts";
import { badRequest, refusal } from "../../refusal.ts";
import type { ResourceType } from "../../resource-type.ts";
import { stableHex } from "../../uuid.ts";

export const blobContainer: ResourceType = {
  token: "azure-native:storage:BlobContainer",
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Storage/storageAccounts/{accountName}/blobServices/default/containers/{containerName}",
  apiVersion: "2024-01-01",
  place: "nowhere",
  stamps: [],
  enumerations: { publicAccess: ["storage", "PublicAccess"] },
  defaults: () => ({
    publicAccess: "None",
    defaultEncryptionScope: "$account-encryption-key",
    denyEncryptionScopeOverride: false,
  }),
  *conflicts(write, azure) {
    if (!/^(\$root|\$web|[a-z0-9](?!.*--)[a-z0-9-]{1,61}[a-z0-9])$/.test(write.name)) {
      yield badRequest("InvalidResourceName", "The specifed resource name contains invalid characters.");
    }
    const account = azure.find(containerOf(containerOf(containerOf(write.id))));
    const isPublic = text(write.body, "publicAccess") !== "None";
    if (account !== undefined && isPublic && flag(account.body, "allowBlobPublicAccess") !== true) {
      yield refusal(
        409,
        "PublicAccessNotPermitted",
        "Public access is not permitted on this storage account.",
      );
    }
  },
  notFound: () => refusal(404, "ContainerNotFound", "The specified container does not exist."),
  outputs: (resource) => ({
    deleted: false,
    hasImmutabilityPolicy: false,
    hasLegalHold: false,
    leaseState: "Available",
    leaseStatus: "Unlocked",
    lastModifiedTime: resource.changedAt,
    remainingRetentionDays: 0,
    etag: `"0x${stableHex(15, "container", resource.id, resource.changedAt).toUpperCase()}"`,
  }),
};
