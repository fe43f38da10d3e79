import type { Rule } from "../../rule.ts";
import cosmosdbAllowedLocations from "./cosmosdb-allowed-locations.ts";
import cosmosdbAutomaticFailover from "./cosmosdb-automatic-failover.ts";
import cosmosdbContinuousBackup from "./cosmosdb-continuous-backup.ts";
import cosmosdbCustomerManagedKey from "./cosmosdb-customer-managed-key.ts";
import cosmosdbDefender from "./cosmosdb-defender.ts";
import cosmosdbLocalAuthDisabled from "./cosmosdb-local-auth-disabled.ts";
import cosmosdbMinimumTls from "./cosmosdb-minimum-tls.ts";
import cosmosdbNames from "./cosmosdb-names.ts";
import cosmosdbNetworkRestricted from "./cosmosdb-network-restricted.ts";
import cosmosdbNoAzureDatacenters from "./cosmosdb-no-azure-datacenters.ts";
import cosmosdbNoKeyMetadataWrites from "./cosmosdb-no-key-metadata-writes.ts";
import cosmosdbPaidTier from "./cosmosdb-paid-tier.ts";
import cosmosdbPrivateEndpoint from "./cosmosdb-private-endpoint.ts";
import cosmosdbPublicAccessDisabled from "./cosmosdb-public-access-disabled.ts";
import cosmosdbTags from "./cosmosdb-tags.ts";
import cosmosdbThroughputLimited from "./cosmosdb-throughput-limited.ts";
import cosmosdbZoneRedundant from "./cosmosdb-zone-redundant.ts";

/** The rules of this folder. */
export const cosmosdbRules: readonly Rule[] = [
  cosmosdbAllowedLocations,
  cosmosdbAutomaticFailover,
  cosmosdbContinuousBackup,
  cosmosdbCustomerManagedKey,
  cosmosdbDefender,
  cosmosdbLocalAuthDisabled,
  cosmosdbMinimumTls,
  cosmosdbNames,
  cosmosdbNetworkRestricted,
  cosmosdbNoAzureDatacenters,
  cosmosdbNoKeyMetadataWrites,
  cosmosdbPaidTier,
  cosmosdbPrivateEndpoint,
  cosmosdbPublicAccessDisabled,
  cosmosdbTags,
  cosmosdbThroughputLimited,
  cosmosdbZoneRedundant,
];
