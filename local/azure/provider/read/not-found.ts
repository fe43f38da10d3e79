/** Whether an answer of Azure means that a resource is gone. Source: the facts of area not-found (provider 3.11.0 and later). */
import type { ArmError } from "../../arm/service.ts";

/** The codes that come with status 404 when the resource itself, or what it lies in, is not there. */
const goneCodes: ReadonlySet<string> = new Set([
  "NotFound",
  "ResourceNotFound",
  "LockNotFound",
  "ParentResourceNotFound",
  "EntityNotFound",
  "SubscriptionNotFound",
  "RoleAssignmentNotFound",
  "VulnerabilityAssessmentBaselineDoesNotExists",
  // Not in the facts' list, but what Azure says of a group, and of everything in a group, that is gone (errors.jsonl, err-032).
  "ResourceGroupNotFound",
]);

/** Types where every 404 means gone. */
const goneWithAnyCode: ReadonlySet<string> = new Set([
  // The provider reads it with code of its own.
  "azure-native:authorization:RoleAssignment",
  // Which code the management plane answers for it was not seen; it is taken to be one that counts.
  "azure-native:keyvault:Secret",
]);

export function isGone(error: Pick<ArmError, "status" | "code">, token?: string): boolean {
  return (
    error.status === 404 &&
    ((error.code !== undefined && goneCodes.has(error.code)) ||
      (token !== undefined && goneWithAnyCode.has(token)))
  );
}
