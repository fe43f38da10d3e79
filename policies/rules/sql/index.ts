import type { Rule } from "../../rule.ts";
import sqlAdminName from "./sql-admin-name.ts";
import sqlAlertContact from "./sql-alert-contact.ts";
import sqlAlertOwners from "./sql-alert-owners.ts";
import sqlAllAlerts from "./sql-all-alerts.ts";
import sqlAssessmentContact from "./sql-assessment-contact.ts";
import sqlAssessmentOwners from "./sql-assessment-owners.ts";
import sqlAssessmentRecurring from "./sql-assessment-recurring.ts";
import sqlAuditActions from "./sql-audit-actions.ts";
import sqlAuditRetention from "./sql-audit-retention.ts";
import sqlAuditing from "./sql-auditing.ts";
import sqlBackupInRegion from "./sql-backup-in-region.ts";
import sqlCustomerManagedKey from "./sql-customer-managed-key.ts";
import sqlDefender from "./sql-defender.ts";
import sqlDiagnosticLogs from "./sql-diagnostic-logs.ts";
import sqlEncryptionAtRest from "./sql-encryption-at-rest.ts";
import sqlEntraAdministrator from "./sql-entra-administrator.ts";
import sqlEntraOnlyAuthentication from "./sql-entra-only-authentication.ts";
import sqlFailoverGroup from "./sql-failover-group.ts";
import sqlFewFirewallRules from "./sql-few-firewall-rules.ts";
import sqlLedger from "./sql-ledger.ts";
import sqlLongTermBackup from "./sql-long-term-backup.ts";
import sqlMaintenanceWindow from "./sql-maintenance-window.ts";
import sqlMinimumTls from "./sql-minimum-tls.ts";
import sqlNames from "./sql-names.ts";
import sqlNoAzureServicesFirewall from "./sql-no-azure-services-firewall.ts";
import sqlNoOpenFirewall from "./sql-no-open-firewall.ts";
import sqlOutboundRestricted from "./sql-outbound-restricted.ts";
import sqlPrivateEndpoint from "./sql-private-endpoint.ts";
import sqlPublicAccessDisabled from "./sql-public-access-disabled.ts";
import sqlVulnerabilityAssessment from "./sql-vulnerability-assessment.ts";
import sqlZoneRedundant from "./sql-zone-redundant.ts";

/** The rules of this folder. */
export const sqlRules: readonly Rule[] = [
  sqlAdminName,
  sqlAlertContact,
  sqlAlertOwners,
  sqlAllAlerts,
  sqlAssessmentContact,
  sqlAssessmentOwners,
  sqlAssessmentRecurring,
  sqlAuditActions,
  sqlAuditRetention,
  sqlAuditing,
  sqlBackupInRegion,
  sqlCustomerManagedKey,
  sqlDefender,
  sqlDiagnosticLogs,
  sqlEncryptionAtRest,
  sqlEntraAdministrator,
  sqlEntraOnlyAuthentication,
  sqlFailoverGroup,
  sqlFewFirewallRules,
  sqlLedger,
  sqlLongTermBackup,
  sqlMaintenanceWindow,
  sqlMinimumTls,
  sqlNames,
  sqlNoAzureServicesFirewall,
  sqlNoOpenFirewall,
  sqlOutboundRestricted,
  sqlPrivateEndpoint,
  sqlPublicAccessDisabled,
  sqlVulnerabilityAssessment,
  sqlZoneRedundant,
];
