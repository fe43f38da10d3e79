import { localAccount } from "../account.ts";
import type { Azure } from "../azure.ts";
import { isBody, object, text } from "../body.ts";
import type { Refusal } from "../refusal.ts";
import type { Link, Resource } from "../resource-type.ts";
import type { ArmBody } from "../service.ts";
import { stableUuid } from "../uuid.ts";
import { identityType } from "./managedidentity/user-assigned-identity.ts";

/** Ids of the user-assigned identities in an `identity` property, which is a list of ids or an object with ids as its keys. */
export function assignedIdentities(body: ArmBody): string[] {
  const assigned = object(body, "identity")["userAssignedIdentities"];
  if (Array.isArray(assigned)) return assigned.filter((id): id is string => typeof id === "string");
  return isBody(assigned) ? Object.keys(assigned) : [];
}

/** The references of an `identity` property. */
export function identityLinks(body: ArmBody, missing: (id: string) => Refusal): Link[] {
  return assignedIdentities(body).map((target, index) => ({
    target,
    property: `identity.userAssignedIdentities.${index}`,
    type: identityType,
    missing: missing(target),
  }));
}

/** The `identity` output of a resource: whose principals it has. */
export function identityOutput(resource: Resource, azure: Azure): ArmBody | undefined {
  const type = text(resource.body, "identity.type");
  if (type === undefined || type === "None") return undefined;
  const output: ArmBody = { type };
  if (/SystemAssigned/i.test(type)) {
    output["principalId"] = systemPrincipal(resource);
    output["tenantId"] = localAccount.tenantId;
  }
  const assigned = assignedIdentities(resource.body);
  if (assigned.length > 0) {
    const identities: ArmBody = {};
    for (const id of assigned) {
      const identity = azure.find(id);
      if (identity === undefined) continue;
      const { clientId, principalId } = azure.outputs(identity);
      identities[id] = { clientId: clientId ?? "", principalId: principalId ?? "" };
    }
    output["userAssignedIdentities"] = identities;
  }
  return output;
}

/** Object id of a resource's own identity. */
export function systemPrincipal(resource: Resource): string {
  return stableUuid("system-principal", resource.id, resource.createdAt);
}
