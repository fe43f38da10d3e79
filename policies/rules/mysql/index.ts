import type { Rule } from "../../rule.ts";
import mysqlAuditLog from "./mysql-audit-log.ts";
import mysqlCustomerManagedKey from "./mysql-customer-managed-key.ts";
import mysqlDefender from "./mysql-defender.ts";
import mysqlEntraAdministrator from "./mysql-entra-administrator.ts";
import mysqlEntraOnly from "./mysql-entra-only.ts";
import mysqlFlexibleServer from "./mysql-flexible-server.ts";
import mysqlGeoRedundantBackup from "./mysql-geo-redundant-backup.ts";
import mysqlInfrastructureEncryption from "./mysql-infrastructure-encryption.ts";
import mysqlMaintenanceWindow from "./mysql-maintenance-window.ts";
import mysqlMinimumTls from "./mysql-minimum-tls.ts";
import mysqlNames from "./mysql-names.ts";
import mysqlNoOpenFirewall from "./mysql-no-open-firewall.ts";
import mysqlPrivateNetwork from "./mysql-private-network.ts";
import mysqlPublicAccessDisabled from "./mysql-public-access-disabled.ts";
import mysqlSecureTransport from "./mysql-secure-transport.ts";
import mysqlZoneRedundant from "./mysql-zone-redundant.ts";

/** The rules of this folder. */
export const mysqlRules: readonly Rule[] = [
  mysqlAuditLog,
  mysqlCustomerManagedKey,
  mysqlDefender,
  mysqlEntraAdministrator,
  mysqlEntraOnly,
  mysqlFlexibleServer,
  mysqlGeoRedundantBackup,
  mysqlInfrastructureEncryption,
  mysqlMaintenanceWindow,
  mysqlMinimumTls,
  mysqlNames,
  mysqlNoOpenFirewall,
  mysqlPrivateNetwork,
  mysqlPublicAccessDisabled,
  mysqlSecureTransport,
  mysqlZoneRedundant,
];
