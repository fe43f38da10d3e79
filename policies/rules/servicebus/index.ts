import type { Rule } from "../../rule.ts";
import servicebusAuditLogs from "./servicebus-audit-logs.ts";
import servicebusCustomerManagedKey from "./servicebus-customer-managed-key.ts";
import servicebusDeadLetter from "./servicebus-dead-letter.ts";
import servicebusDoubleEncryption from "./servicebus-double-encryption.ts";
import servicebusGeoReplicated from "./servicebus-geo-replicated.ts";
import servicebusLocalAuthDisabled from "./servicebus-local-auth-disabled.ts";
import servicebusManagedIdentity from "./servicebus-managed-identity.ts";
import servicebusMinimumTls from "./servicebus-minimum-tls.ts";
import servicebusNoNamespaceKeys from "./servicebus-no-namespace-keys.ts";
import servicebusPrivateEndpoint from "./servicebus-private-endpoint.ts";
import servicebusPublicAccessDisabled from "./servicebus-public-access-disabled.ts";
import servicebusZoneRedundant from "./servicebus-zone-redundant.ts";

/** The rules of this folder. */
export const servicebusRules: readonly Rule[] = [
  servicebusAuditLogs,
  servicebusCustomerManagedKey,
  servicebusDeadLetter,
  servicebusDoubleEncryption,
  servicebusGeoReplicated,
  servicebusLocalAuthDisabled,
  servicebusManagedIdentity,
  servicebusMinimumTls,
  servicebusNoNamespaceKeys,
  servicebusPrivateEndpoint,
  servicebusPublicAccessDisabled,
  servicebusZoneRedundant,
];
