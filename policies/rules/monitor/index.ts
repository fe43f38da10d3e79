import type { Rule } from "../../rule.ts";
import appinsightsLocalAuthDisabled from "./appinsights-local-auth-disabled.ts";
import appinsightsNames from "./appinsights-names.ts";
import appinsightsPublicAccessDisabled from "./appinsights-public-access-disabled.ts";
import appinsightsWorkspaceBased from "./appinsights-workspace-based.ts";
import defenderApis from "./defender-apis.ts";
import defenderContainers from "./defender-containers.ts";
import defenderCosmosdb from "./defender-cosmosdb.ts";
import defenderCspm from "./defender-cspm.ts";
import defenderKeyVault from "./defender-key-vault.ts";
import defenderOpenSourceDatabases from "./defender-open-source-databases.ts";
import defenderResourceManager from "./defender-resource-manager.ts";
import defenderSecurityContact from "./defender-security-contact.ts";
import defenderServers from "./defender-servers.ts";
import defenderSql from "./defender-sql.ts";
import defenderStorage from "./defender-storage.ts";
import grafanaAccess from "./grafana-access.ts";
import grafanaFeaturesOff from "./grafana-features-off.ts";
import grafanaPublicAccessDisabled from "./grafana-public-access-disabled.ts";
import grafanaVersionSupported from "./grafana-version-supported.ts";
import grafanaZoneRedundant from "./grafana-zone-redundant.ts";
import loganalyticsClusterEncryption from "./loganalytics-cluster-encryption.ts";
import loganalyticsEntraOnly from "./loganalytics-entra-only.ts";
import loganalyticsNames from "./loganalytics-names.ts";
import loganalyticsPublicAccessDisabled from "./loganalytics-public-access-disabled.ts";
import loganalyticsReplicated from "./loganalytics-replicated.ts";
import loganalyticsRetention from "./loganalytics-retention.ts";
import monitorActivityLogExported from "./monitor-activity-log-exported.ts";
import monitorActivityLogStorage from "./monitor-activity-log-storage.ts";
import monitorAlertNoise from "./monitor-alert-noise.ts";
import monitorAlertPolicyAssignment from "./monitor-alert-policy-assignment.ts";
import monitorAlertPublicIp from "./monitor-alert-public-ip.ts";
import monitorAlertSecurityGroup from "./monitor-alert-security-group.ts";
import monitorAlertSecuritySolution from "./monitor-alert-security-solution.ts";
import monitorAlertServiceHealth from "./monitor-alert-service-health.ts";
import monitorAlertSqlFirewall from "./monitor-alert-sql-firewall.ts";
import monitorDiagnosticSetting from "./monitor-diagnostic-setting.ts";
import monitorPrivateLinkScopeClosed from "./monitor-private-link-scope-closed.ts";
import monitorPrometheusWired from "./monitor-prometheus-wired.ts";

/** The rules of this folder. */
export const monitorRules: readonly Rule[] = [
  appinsightsLocalAuthDisabled,
  appinsightsNames,
  appinsightsPublicAccessDisabled,
  appinsightsWorkspaceBased,
  defenderApis,
  defenderContainers,
  defenderCosmosdb,
  defenderCspm,
  defenderKeyVault,
  defenderOpenSourceDatabases,
  defenderResourceManager,
  defenderSecurityContact,
  defenderServers,
  defenderSql,
  defenderStorage,
  grafanaAccess,
  grafanaFeaturesOff,
  grafanaPublicAccessDisabled,
  grafanaVersionSupported,
  grafanaZoneRedundant,
  loganalyticsClusterEncryption,
  loganalyticsEntraOnly,
  loganalyticsNames,
  loganalyticsPublicAccessDisabled,
  loganalyticsReplicated,
  loganalyticsRetention,
  monitorActivityLogExported,
  monitorActivityLogStorage,
  monitorAlertNoise,
  monitorAlertPolicyAssignment,
  monitorAlertPublicIp,
  monitorAlertSecurityGroup,
  monitorAlertSecuritySolution,
  monitorAlertServiceHealth,
  monitorAlertSqlFirewall,
  monitorDiagnosticSetting,
  monitorPrivateLinkScopeClosed,
  monitorPrometheusWired,
];
