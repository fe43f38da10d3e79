import { demandZones } from "../../azure/availability-zone.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "redis-zone-redundant",
  title: "Redis stands in several zones",
  severity: "low",
  enforcement: "advisory",
  description:
    "When the one zone of a cache is lost, so are the cache and what leans on it. Advice, because a cache may be dispensable.",
  remediation:
    'Name two or three zones in zones, or set zonalAllocationPolicy: "Automatic"; Azure Managed Redis spreads by itself while highAvailability is "Enabled".',
  references: {
    catalogue: ["RED-06"],
    psrule: ["Redis.AvailabilityZone", "RedisEnterprise.Zones"],
    azurePolicy: ["1bf67da8", "408934a8"],
    nist: ["CP-10", "SC-36"],
    docs: ["https://learn.microsoft.com/azure/reliability/reliability-managed-redis"],
  },
  appliesTo: [
    "azure-native:redis:Redis",
    "azure-native:cache:Redis",
    "azure-native:redisenterprise:RedisEnterprise",
    "azure-native:cache:RedisEnterprise",
  ],
  *check({ props }) {
    if (
      /^(Balanced|MemoryOptimized|ComputeOptimized|FlashOptimized)_/i.test(props.at("sku.name").string ?? "")
    ) {
      const availability = props.at("highAvailability");
      if (availability.is("Disabled")) yield availability.violates('must be "Enabled"');
      return;
    }
    if (!props.at("zonalAllocationPolicy").is("Automatic")) yield* demandZones(props.at("zones"));
  },
});
