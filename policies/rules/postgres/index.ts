import type { Rule } from "../../rule.ts";
import postgresAuditLogs from "./postgres-audit-logs.ts";
import postgresConnectionThrottling from "./postgres-connection-throttling.ts";
import postgresCustomerManagedKey from "./postgres-customer-managed-key.ts";
import postgresDefender from "./postgres-defender.ts";
import postgresEntraAuthentication from "./postgres-entra-authentication.ts";
import postgresFewFirewallRules from "./postgres-few-firewall-rules.ts";
import postgresGeoRedundantBackup from "./postgres-geo-redundant-backup.ts";
import postgresInfrastructureEncryption from "./postgres-infrastructure-encryption.ts";
import postgresLogCheckpoints from "./postgres-log-checkpoints.ts";
import postgresLogConnections from "./postgres-log-connections.ts";
import postgresLogDisconnections from "./postgres-log-disconnections.ts";
import postgresLogDuration from "./postgres-log-duration.ts";
import postgresLogRetention from "./postgres-log-retention.ts";
import postgresMaintenanceWindow from "./postgres-maintenance-window.ts";
import postgresMinimumTls from "./postgres-minimum-tls.ts";
import postgresNames from "./postgres-names.ts";
import postgresNoAzureServicesFirewall from "./postgres-no-azure-services-firewall.ts";
import postgresNoOpenFirewall from "./postgres-no-open-firewall.ts";
import postgresPasswordAuthenticationDisabled from "./postgres-password-authentication-disabled.ts";
import postgresPgaudit from "./postgres-pgaudit.ts";
import postgresPrivateNetwork from "./postgres-private-network.ts";
import postgresPublicAccessDisabled from "./postgres-public-access-disabled.ts";
import postgresSecureTransport from "./postgres-secure-transport.ts";
import postgresUpkeep from "./postgres-upkeep.ts";
import postgresZoneRedundant from "./postgres-zone-redundant.ts";

/** The rules of this folder. */
export const postgresRules: readonly Rule[] = [
  postgresAuditLogs,
  postgresConnectionThrottling,
  postgresCustomerManagedKey,
  postgresDefender,
  postgresEntraAuthentication,
  postgresFewFirewallRules,
  postgresGeoRedundantBackup,
  postgresInfrastructureEncryption,
  postgresLogCheckpoints,
  postgresLogConnections,
  postgresLogDisconnections,
  postgresLogDuration,
  postgresLogRetention,
  postgresMaintenanceWindow,
  postgresMinimumTls,
  postgresNames,
  postgresNoAzureServicesFirewall,
  postgresNoOpenFirewall,
  postgresPasswordAuthenticationDisabled,
  postgresPgaudit,
  postgresPrivateNetwork,
  postgresPublicAccessDisabled,
  postgresSecureTransport,
  postgresUpkeep,
  postgresZoneRedundant,
];
