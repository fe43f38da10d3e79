import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "redis-minimum-tls",
  title: "Redis accepts TLS 1.2 or later only",
  severity: "high",
  description:
    "TLS 1.0 and 1.1 have known weaknesses. What is accepted without a version depends on when the cache was made.",
  remediation: 'Set minimumTlsVersion: "1.2".',
  references: {
    catalogue: ["RED-03"],
    checkov: ["CKV_AZURE_148"],
    psrule: ["Redis.MinTLS", "RedisEnterprise.MinTLS"],
    nist: ["SC-8", "SC-8(1)", "SC-13"],
    docs: ["https://learn.microsoft.com/azure/azure-cache-for-redis/cache-remove-tls-10-11"],
  },
  appliesTo: [
    "azure-native:redis:Redis",
    "azure-native:cache:Redis",
    "azure-native:redisenterprise:RedisEnterprise",
    "azure-native:cache:RedisEnterprise",
  ],
  repairs: { minimumTlsVersion: "1.2" },
  check: mustBe("minimumTlsVersion", "1.2", "1.3"),
});
