import type { Rule } from "../../rule.ts";
import eventhubAuditLogs from "./eventhub-audit-logs.ts";
import eventhubClientEncrypted from "./eventhub-client-encrypted.ts";
import eventhubCustomerManagedKey from "./eventhub-customer-managed-key.ts";
import eventhubDoubleEncryption from "./eventhub-double-encryption.ts";
import eventhubLocalAuthDisabled from "./eventhub-local-auth-disabled.ts";
import eventhubMinimumTls from "./eventhub-minimum-tls.ts";
import eventhubNetworkDefaultDeny from "./eventhub-network-default-deny.ts";
import eventhubNoNamespaceKeys from "./eventhub-no-namespace-keys.ts";
import eventhubPrivateEndpoint from "./eventhub-private-endpoint.ts";
import eventhubPublicAccessDisabled from "./eventhub-public-access-disabled.ts";
import eventhubRetention from "./eventhub-retention.ts";
import eventhubZoneRedundant from "./eventhub-zone-redundant.ts";

/** The rules of this folder. */
export const eventhubRules: readonly Rule[] = [
  eventhubAuditLogs,
  eventhubClientEncrypted,
  eventhubCustomerManagedKey,
  eventhubDoubleEncryption,
  eventhubLocalAuthDisabled,
  eventhubMinimumTls,
  eventhubNetworkDefaultDeny,
  eventhubNoNamespaceKeys,
  eventhubPrivateEndpoint,
  eventhubPublicAccessDisabled,
  eventhubRetention,
  eventhubZoneRedundant,
];
