import type { Rule } from "../../rule.ts";
import redisCustomerManagedKey from "./redis-customer-managed-key.ts";
import redisEncryptedConnections from "./redis-encrypted-connections.ts";
import redisEntraOnly from "./redis-entra-only.ts";
import redisManaged from "./redis-managed.ts";
import redisMinimumTls from "./redis-minimum-tls.ts";
import redisNames from "./redis-names.ts";
import redisNarrowFirewall from "./redis-narrow-firewall.ts";
import redisPrivateEndpoint from "./redis-private-endpoint.ts";
import redisPublicAccessDisabled from "./redis-public-access-disabled.ts";
import redisReplicatedSku from "./redis-replicated-sku.ts";
import redisReservedMemory from "./redis-reserved-memory.ts";
import redisVersionSupported from "./redis-version-supported.ts";
import redisZoneRedundant from "./redis-zone-redundant.ts";

/** The rules of this folder. */
export const redisRules: readonly Rule[] = [
  redisCustomerManagedKey,
  redisEncryptedConnections,
  redisEntraOnly,
  redisManaged,
  redisMinimumTls,
  redisNames,
  redisNarrowFirewall,
  redisPrivateEndpoint,
  redisPublicAccessDisabled,
  redisReplicatedSku,
  redisReservedMemory,
  redisVersionSupported,
  redisZoneRedundant,
];
