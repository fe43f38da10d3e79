import type { Rule } from "../../rule.ts";
import sqlAuditRetention from "./sql-audit-retention.ts";
import sqlAuditing from "./sql-auditing.ts";
import sqlEncryptionAtRest from "./sql-encryption-at-rest.ts";
import sqlEntraAdministrator from "./sql-entra-administrator.ts";
import sqlEntraOnlyAuthentication from "./sql-entra-only-authentication.ts";
import sqlMinimumTls from "./sql-minimum-tls.ts";
import sqlNoAzureServicesFirewall from "./sql-no-azure-services-firewall.ts";
import sqlNoOpenFirewall from "./sql-no-open-firewall.ts";
import sqlPublicAccessDisabled from "./sql-public-access-disabled.ts";

/** The rules of this folder. */
export const sqlRules: readonly Rule[] = [
  sqlAuditRetention,
  sqlAuditing,
  sqlEncryptionAtRest,
  sqlEntraAdministrator,
  sqlEntraOnlyAuthentication,
  sqlMinimumTls,
  sqlNoAzureServicesFirewall,
  sqlNoOpenFirewall,
  sqlPublicAccessDisabled,
];
