import { demandOneOf } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "redis-replicated-sku",
  title: "Redis has a SKU with a replica",
  severity: "medium",
  description:
    "The Basic tier is a single machine without an SLA, whose data is lost at every patch; C0 shares its processor with others.",
  remediation: "Set sku to Standard with capacity 1 or more, or Premium.",
  references: {
    catalogue: ["RED-07"],
    checkov: ["CKV_AZURE_230"],
    psrule: ["Redis.MinSKU"],
    nist: ["CP-10"],
    docs: ["https://learn.microsoft.com/azure/azure-cache-for-redis/cache-best-practices-development"],
  },
  appliesTo: ["azure-native:redis:Redis", "azure-native:cache:Redis"],
  *check({ props }) {
    const name = props.at("sku.name");
    yield* demandOneOf(name, ["Standard", "Premium"]);
    const capacity = props.at("sku.capacity");
    if (name.is("Standard") && capacity.is(0)) yield capacity.violates("must be at least 1");
  },
});
