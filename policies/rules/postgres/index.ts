import type { Rule } from "../../rule.ts";
import postgresBackupRetention from "./postgres-backup-retention.ts";
import postgresEntraAuthentication from "./postgres-entra-authentication.ts";
import postgresGeoRedundantBackup from "./postgres-geo-redundant-backup.ts";
import postgresMinimumTls from "./postgres-minimum-tls.ts";
import postgresNoAzureServicesFirewall from "./postgres-no-azure-services-firewall.ts";
import postgresNoOpenFirewall from "./postgres-no-open-firewall.ts";
import postgresPasswordAuthenticationDisabled from "./postgres-password-authentication-disabled.ts";
import postgresPublicAccessDisabled from "./postgres-public-access-disabled.ts";
import postgresSecureTransport from "./postgres-secure-transport.ts";

/** The rules of this folder. */
export const postgresRules: readonly Rule[] = [
  postgresBackupRetention,
  postgresEntraAuthentication,
  postgresGeoRedundantBackup,
  postgresMinimumTls,
  postgresNoAzureServicesFirewall,
  postgresNoOpenFirewall,
  postgresPasswordAuthenticationDisabled,
  postgresPublicAccessDisabled,
  postgresSecureTransport,
];
