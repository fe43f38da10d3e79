import type { Rule } from "../../rule.ts";
import eventhubLocalAuthDisabled from "./eventhub-local-auth-disabled.ts";
import eventhubMinimumTls from "./eventhub-minimum-tls.ts";
import eventhubNetworkDefaultDeny from "./eventhub-network-default-deny.ts";
import eventhubNoNamespaceKeys from "./eventhub-no-namespace-keys.ts";
import eventhubPublicAccessDisabled from "./eventhub-public-access-disabled.ts";
import eventhubRetention from "./eventhub-retention.ts";

/** The rules of this folder. */
export const eventhubRules: readonly Rule[] = [
  eventhubLocalAuthDisabled,
  eventhubMinimumTls,
  eventhubNetworkDefaultDeny,
  eventhubNoNamespaceKeys,
  eventhubPublicAccessDisabled,
  eventhubRetention,
];
