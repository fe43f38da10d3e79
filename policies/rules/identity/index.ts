import type { Rule } from "../../rule.ts";
import identityAssignmentDeterministic from "./identity-assignment-deterministic.ts";
import identityFederationOneAccount from "./identity-federation-one-account.ts";
import identityFederationTrusted from "./identity-federation-trusted.ts";
import identityLeastPrivilege from "./identity-least-privilege.ts";
import identityNames from "./identity-names.ts";
import identityNoCustomOwner from "./identity-no-custom-owner.ts";
import identityNoCustomRole from "./identity-no-custom-role.ts";
import identityNoUserAccessAdministrator from "./identity-no-user-access-administrator.ts";
import identityNoUserAssignment from "./identity-no-user-assignment.ts";

/** The rules of this folder. */
export const identityRules: readonly Rule[] = [
  identityAssignmentDeterministic,
  identityFederationOneAccount,
  identityFederationTrusted,
  identityLeastPrivilege,
  identityNames,
  identityNoCustomOwner,
  identityNoCustomRole,
  identityNoUserAccessAdministrator,
  identityNoUserAssignment,
];
