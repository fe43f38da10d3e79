import { admitsNearlyEveryone } from "../../azure/firewall-range.ts";
import { each } from "../../evaluate.ts";
import type { TypePattern } from "../../resource-type.ts";
import { stackRule } from "../../rule.ts";

const firewallRules: readonly TypePattern[] = [
  "azure-native:redis:FirewallRule",
  "azure-native:redis:RedisFirewallRule",
  "azure-native:cache:FirewallRule",
];
const caches: readonly TypePattern[] = ["azure-native:redis:Redis", "azure-native:cache:Redis"];

export default stackRule({
  id: "redis-narrow-firewall",
  title: "Redis firewalls have few and narrow rules",
  severity: "high",
  description:
    "A rule for nearly every address is no firewall, and of many rules nobody knows any more whom they are for.",
  remediation:
    "Narrow startIP and endIP to the addresses that need access, in ten rules or fewer; better, use a private endpoint.",
  references: {
    catalogue: ["RED-08"],
    psrule: ["Redis.FirewallIPRange", "Redis.FirewallRuleCount"],
    kics: ["tf:firewall_rule_allows_too_many_hosts_to_access_redis_cache", "tf:redis_entirely_accessible"],
    nist: ["AC-4", "SC-7"],
    docs: ["https://learn.microsoft.com/azure/azure-cache-for-redis/cache-configure#firewall"],
  },
  appliesTo: [...firewallRules, ...caches],
  reads: [],
  parameters: {
    mostRules: {
      type: "integer",
      description: "Most firewall rules of one cache. Default: that of PSRule Azure.Redis.FirewallRuleCount.",
      default: 10,
      minimum: 0,
    },
  },
  *check(stack, parameters) {
    const mostRules = parameters.integer("mostRules");
    for (const cache of stack.ofType(...caches)) {
      const count = stack
        .ofType(...firewallRules)
        .filter((rule) => rule.dependenciesOf("cacheName").includes(cache.urn)).length;
      if (count > mostRules)
        yield {
          path: "",
          message: `the cache has ${count} firewall rules; it must have at most ${mostRules}`,
          resource: cache,
        };
    }
    yield* each(stack.ofType(...firewallRules), function* (rule) {
      if (admitsNearlyEveryone(rule, { start: "startIP", end: "endIP" }))
        yield {
          ...rule.props.at("endIP").violates("must not end a range of more than a /8"),
          resource: rule,
        };
    });
  },
});
