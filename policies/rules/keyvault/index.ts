import type { Rule } from "../../rule.ts";
import keyvaultAuditLogs from "./keyvault-audit-logs.ts";
import keyvaultCertificatePolicy from "./keyvault-certificate-policy.ts";
import keyvaultHsmKeys from "./keyvault-hsm-keys.ts";
import keyvaultKeyExpiry from "./keyvault-key-expiry.ts";
import keyvaultKeyRotation from "./keyvault-key-rotation.ts";
import keyvaultKeyStrength from "./keyvault-key-strength.ts";
import keyvaultNames from "./keyvault-names.ts";
import keyvaultNetworkDefaultDeny from "./keyvault-network-default-deny.ts";
import keyvaultNoAccessPolicies from "./keyvault-no-access-policies.ts";
import keyvaultPrivateEndpoint from "./keyvault-private-endpoint.ts";
import keyvaultPublicAccessDisabled from "./keyvault-public-access-disabled.ts";
import keyvaultPurgeProtection from "./keyvault-purge-protection.ts";
import keyvaultRbacAuthorization from "./keyvault-rbac-authorization.ts";
import keyvaultSecretContentType from "./keyvault-secret-content-type.ts";
import keyvaultSecretExpiry from "./keyvault-secret-expiry.ts";
import keyvaultSoftDelete from "./keyvault-soft-delete.ts";

/** The rules of this folder. */
export const keyvaultRules: readonly Rule[] = [
  keyvaultAuditLogs,
  keyvaultCertificatePolicy,
  keyvaultHsmKeys,
  keyvaultKeyExpiry,
  keyvaultKeyRotation,
  keyvaultKeyStrength,
  keyvaultNames,
  keyvaultNetworkDefaultDeny,
  keyvaultNoAccessPolicies,
  keyvaultPrivateEndpoint,
  keyvaultPublicAccessDisabled,
  keyvaultPurgeProtection,
  keyvaultRbacAuthorization,
  keyvaultSecretContentType,
  keyvaultSecretExpiry,
  keyvaultSoftDelete,
];
