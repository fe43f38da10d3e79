import { localAccount } from "../../account.ts";
import { idKey, sameId } from "../../arm-id.ts";
import type { Azure } from "../../azure.ts";
import { compact, text } from "../../body.ts";
import { badRequest, refusal } from "../../refusal.ts";
import type { ResourceType } from "../../resource-type.ts";
import { systemPrincipal } from "../identities.ts";
import { identityToken } from "../managedidentity/user-assigned-identity.ts";
import { roleIdOf } from "./role-definitions.ts";

export const roleAssignmentToken = "azure-native:authorization:RoleAssignment";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const roleAssignment: ResourceType = {
  token: roleAssignmentToken,
  path: "/{scope}/providers/Microsoft.Authorization/roleAssignments/{roleAssignmentName}",
  apiVersion: "2022-04-01",
  place: "nowhere",
  stamps: ["systemData"],
  enumerations: { principalType: ["authorization", "PrincipalType"] },
  defaults: () => ({ principalType: "User" }),
  *refusals(body) {
    const principal = text(body, "principalId");
    if (principal !== undefined && !uuid.test(principal)) {
      yield badRequest(
        "InvalidPrincipalId",
        `The Principal ID '${principal}' is not valid. Principal ID must be a GUID.`,
      );
    }
    const role = text(body, "roleDefinitionId");
    if (role !== undefined && !/\/providers\/Microsoft\.Authorization\/roleDefinitions\/[^/]+$/i.test(role)) {
      yield badRequest("InvalidRoleDefinitionId", `The role definition ID '${role}' is not valid.`);
    } else if (role !== undefined && !uuid.test(roleIdOf(role))) {
      yield refusal(
        404,
        "RoleDefinitionDoesNotExist",
        `The specified role definition with ID '${roleIdOf(role)}' does not exist.`,
      );
    }
  },
  *conflicts(write, azure) {
    if (!uuid.test(write.name)) {
      yield badRequest(
        "InvalidRoleAssignmentId",
        `The role assignment ID '${write.name}' is not valid. The role assignment ID must be a GUID.`,
      );
    }
    const principal = text(write.body, "principalId") ?? "";
    if (write.before !== undefined) {
      const changed = ["principalId", "roleDefinitionId"].filter(
        (property) =>
          !sameId(text(write.before?.body ?? {}, property) ?? "", text(write.body, property) ?? ""),
      );
      if (changed.length > 0) {
        yield badRequest(
          "RoleAssignmentUpdateNotPermitted",
          `Tenant ID, application ID, principal ID, and scope are not allowed to be updated.`,
        );
      }
      return;
    }
    const twin = azure.store.resources
      .ofToken(roleAssignmentToken)
      .find(
        (other) =>
          idKey(scopeOf(other.id)) === idKey(scopeOf(write.id)) &&
          text(other.body, "principalId")?.toLowerCase() === principal.toLowerCase() &&
          roleIdOf(text(other.body, "roleDefinitionId") ?? "") ===
            roleIdOf(text(write.body, "roleDefinitionId") ?? ""),
      );
    if (twin !== undefined) yield refusal(409, "RoleAssignmentExists", "The role assignment already exists.");
    if (text(write.body, "principalType") === "ServicePrincipal") return;
    // Azure looks the principal up, unless it is told that it is a service principal. People and groups are not in the local directory:
    // what is known to be a service principal is of another type than was said.
    if (isManagedIdentity(principal, azure)) {
      yield badRequest(
        "UnmatchedPrincipalType",
        `The PrincipalId '${principal.replace(/-/g, "")}' has type 'ServicePrincipal' , which is different from specified PrinciaplType '${text(write.body, "principalType") ?? ""}'.`,
      );
    }
  },
  outputs: (resource) => {
    const scope = scopeOf(resource.id);
    return compact({
      scope: scope === "" ? "/" : scope,
      createdBy: localAccount.objectId,
      createdOn: resource.createdAt,
      updatedBy: localAccount.objectId,
      updatedOn: resource.changedAt,
    });
  },
  notFound: (id) =>
    refusal(
      404,
      "RoleAssignmentNotFound",
      `The role assignment '${id.slice(id.lastIndexOf("/") + 1)}' is not found.`,
    ),
};

/** What an assignment's id starts with. */
export function scopeOf(id: string): string {
  return id.slice(0, id.toLowerCase().lastIndexOf("/providers/microsoft.authorization/"));
}

/** Whether a principal has one of some roles on a resource or on something around it. */
export function isAssigned(
  principal: string,
  roles: readonly string[],
  resource: string,
  azure: Azure,
): boolean {
  return azure.store.resources.ofToken(roleAssignmentToken).some((assignment) => {
    const scope = idKey(scopeOf(assignment.id));
    return (
      (idKey(resource) === scope || idKey(resource).startsWith(`${scope}/`)) &&
      text(assignment.body, "principalId")?.toLowerCase() === principal.toLowerCase() &&
      roles.includes(roleIdOf(text(assignment.body, "roleDefinitionId") ?? ""))
    );
  });
}

function isManagedIdentity(principal: string, azure: Azure): boolean {
  const { resources } = azure.store;
  return (
    resources.ofToken(identityToken).some((identity) => text(identity.facts, "principalId") === principal) ||
    resources
      .all()
      .some(
        (resource) =>
          /SystemAssigned/.test(text(resource.body, "identity.type") ?? "") &&
          systemPrincipal(resource) === principal,
      )
  );
}
