import { containerOf, idKey } from "../../arm-id.ts";
import { isKnownList, text, texts } from "../../body.ts";
import { badRequest, refusal } from "../../refusal.ts";
import type { ResourceType } from "../../resource-type.ts";

const token = "azure-native:managedidentity:FederatedIdentityCredential";

/** Azure's limit for one identity: learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations */
const MOST = 20;

export const federatedIdentityCredential: ResourceType = {
  token,
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/{resourceName}/federatedIdentityCredentials/{federatedIdentityCredentialResourceName}",
  answerPath:
    "/subscriptions/{subscriptionId}/resourcegroups/{resourceGroupName}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/{resourceName}/federatedIdentityCredentials/{federatedIdentityCredentialResourceName}",
  apiVersion: "2023-01-31",
  place: "nowhere",
  stamps: ["systemData"],
  *refusals(body) {
    const issuer = text(body, "issuer");
    if (issuer !== undefined && !issuer.startsWith("https://")) {
      yield badRequest(
        "BadRequest",
        `The issuer '${issuer}' of the federated identity credential is no https URL.`,
      );
    }
    if (isKnownList(body, "audiences") && texts(body, "audiences").length !== 1) {
      yield badRequest(
        "BadRequest",
        `A federated identity credential has exactly one audience, not ${texts(body, "audiences").length}.`,
      );
    }
  },
  *conflicts(write, azure) {
    if (!/^[a-zA-Z0-9][a-zA-Z0-9_-]{2,119}$/.test(write.name)) {
      yield badRequest(
        "BadRequest",
        `The name '${write.name}' of the federated identity credential is invalid: 3 to 120 letters, digits, '-' or '_', the first a letter or digit.`,
      );
    }
    const siblings = azure
      .within(containerOf(write.id), token)
      .filter((other) => idKey(other.id) !== idKey(write.id));
    if (siblings.length >= MOST) {
      yield badRequest(
        "BadRequest",
        `Too many Federated Identity Credentials on the identity: ${MOST} at most.`,
      );
    }
    const same = siblings.find(
      (other) =>
        text(other.body, "issuer") === text(write.body, "issuer") &&
        text(other.body, "subject") === text(write.body, "subject"),
    );
    if (same !== undefined) {
      yield refusal(
        409,
        "Conflict",
        `Issuer and subject combination already exists for this Managed Identity. Issuer: '${text(write.body, "issuer") ?? ""}', subject: '${text(write.body, "subject") ?? ""}'.`,
      );
    }
  },
};
