import { localAccount } from "../../account.ts";
import { text } from "../../body.ts";
import type { ResourceType } from "../../resource-type.ts";
import { stableUuid } from "../../uuid.ts";

export const identityToken = "azure-native:managedidentity:UserAssignedIdentity";
export const identityType = "Microsoft.ManagedIdentity/userAssignedIdentities";

export const userAssignedIdentity: ResourceType = {
  token: identityToken,
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/{resourceName}",
  answerPath:
    "/subscriptions/{subscriptionId}/resourcegroups/{resourceGroupName}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/{resourceName}",
  apiVersion: "2023-01-31",
  place: "regional",
  stamps: ["systemData"],
  // A deleted identity and a new one of the same name are two principals.
  facts: (write) => ({
    clientId: text(write.facts, "clientId") ?? stableUuid("client", write.id, write.createdAt),
    principalId: text(write.facts, "principalId") ?? stableUuid("principal", write.id, write.createdAt),
  }),
  outputs: (resource) => ({
    clientId: text(resource.facts, "clientId") ?? "",
    principalId: text(resource.facts, "principalId") ?? "",
    tenantId: localAccount.tenantId,
  }),
};
