import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "redis-public-access-disabled",
  title: "Redis is not reached from the Internet",
  severity: "high",
  description:
    "A cache that answers the Internet is one leaked key away from a stranger's hands; by default it does.",
  remediation: 'Set publicNetworkAccess: "Disabled" and add a private endpoint.',
  references: {
    catalogue: ["RED-01"],
    checkov: ["CKV_AZURE_89"],
    psrule: ["Redis.PublicNetworkAccess"],
    azurePolicy: ["470baccb"],
    kics: ["tf:redis_publicly_accessible"],
    nist: ["AC-4", "SC-7"],
    docs: ["https://learn.microsoft.com/azure/azure-cache-for-redis/cache-private-link"],
  },
  appliesTo: [
    "azure-native:redis:Redis",
    "azure-native:cache:Redis",
    "azure-native:redisenterprise:RedisEnterprise",
    "azure-native:cache:RedisEnterprise",
  ],
  check: mustBe("publicNetworkAccess", "Disabled"),
});
