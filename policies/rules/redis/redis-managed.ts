import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "redis-managed",
  title: "New caches are Azure Managed Redis",
  severity: "low",
  enforcement: "advisory",
  description:
    "Azure Cache for Redis is being retired: the Enterprise tiers in 2027, Basic, Standard and Premium in 2028. Advice, because a cache that runs has time to move.",
  remediation:
    'Declare a redisenterprise.RedisEnterprise with a SKU of Azure Managed Redis, such as "Balanced_B5".',
  references: {
    catalogue: ["RED-11"],
    psrule: ["Redis.MigrateAMR", "RedisEnterprise.MigrateAMR"],
    nist: ["SA-22"],
    docs: [
      "https://learn.microsoft.com/azure/azure-cache-for-redis/cache-overview",
      "https://learn.microsoft.com/azure/redis/overview",
    ],
  },
  appliesTo: [
    "azure-native:redis:Redis",
    "azure-native:cache:Redis",
    "azure-native:redisenterprise:RedisEnterprise",
    "azure-native:cache:RedisEnterprise",
  ],
  *check({ kind, props }) {
    const sku = props.at("sku.name");
    if (kind.name === "Redis")
      yield { path: "", message: "Azure Cache for Redis is being retired; it must be Azure Managed Redis" };
    else if (/^Enterprise(Flash)?_/i.test(sku.string ?? ""))
      yield sku.violates("must be a SKU of Azure Managed Redis");
  },
});
