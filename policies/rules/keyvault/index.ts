import type { Rule } from "../../rule.ts";
import keyvaultKeyStrength from "./keyvault-key-strength.ts";
import keyvaultNetworkDefaultDeny from "./keyvault-network-default-deny.ts";
import keyvaultNoAccessPolicies from "./keyvault-no-access-policies.ts";
import keyvaultPurgeProtection from "./keyvault-purge-protection.ts";
import keyvaultRbacAuthorization from "./keyvault-rbac-authorization.ts";
import keyvaultSoftDelete from "./keyvault-soft-delete.ts";

/** The rules of this folder. */
export const keyvaultRules: readonly Rule[] = [
  keyvaultKeyStrength,
  keyvaultNetworkDefaultDeny,
  keyvaultNoAccessPolicies,
  keyvaultPurgeProtection,
  keyvaultRbacAuthorization,
  keyvaultSoftDelete,
];
