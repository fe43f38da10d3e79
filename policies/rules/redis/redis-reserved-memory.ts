import { resourceRule } from "../../rule.ts";

/** Size of the SKUs in megabytes, by family and capacity: https://azure.microsoft.com/pricing/details/cache/ */
const megabytes: Readonly<Record<string, readonly number[]>> = {
  C: [250, 1024, 2560, 6144, 13_312, 26_624, 54_272],
  P: [0, 6144, 13_312, 26_624, 54_272, 122_880],
};

export default resourceRule({
  id: "redis-reserved-memory",
  title: "Redis reserves memory for replication and failover",
  severity: "low",
  enforcement: "advisory",
  description:
    "Without a tenth of the memory in reserve, a cache under load fails over badly or refuses writes. Advice, because how much is right depends on the load.",
  remediation:
    "Set redisConfiguration.maxmemoryReserved to a tenth of the cache's size or more, in megabytes.",
  references: {
    catalogue: ["RED-09"],
    psrule: ["Redis.MaxMemoryReserved"],
    nist: ["SC-5"],
    docs: ["https://learn.microsoft.com/azure/azure-cache-for-redis/cache-best-practices-memory-management"],
  },
  appliesTo: ["azure-native:redis:Redis", "azure-native:cache:Redis"],
  parameters: {
    leastPercent: {
      type: "integer",
      description:
        "Smallest part of the memory that is kept in reserve, in percent. Default: that of PSRule Azure.Redis.MaxMemoryReserved.",
      default: 10,
      minimum: 0,
      maximum: 90,
    },
  },
  *check({ props }, parameters) {
    const reserved = props.at("redisConfiguration.maxmemoryReserved");
    const family = props.at("sku.family").string?.toUpperCase();
    const size =
      family === undefined || !Object.hasOwn(megabytes, family)
        ? undefined
        : megabytes[family]?.[props.at("sku.capacity").number ?? -1];
    const least = Math.floor(((size ?? 0) * parameters.integer("leastPercent")) / 100);
    const number = reserved.number;
    if (number === undefined || number < least)
      yield reserved.violates(`must be at least ${least} megabytes`);
  },
});
