import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "redis-version-supported",
  title: "Redis has a version that is supported",
  severity: "medium",
  description:
    "Redis 4 gets no fixes of vulnerabilities any more; without a version, Azure takes the newest stable one.",
  remediation: 'Leave out redisVersion, or set it to "6" or "latest".',
  references: {
    catalogue: ["RED-10"],
    psrule: ["Redis.Version"],
    kics: ["tf:redis_not_updated_regularly"],
    nist: ["SA-22", "SI-2"],
    docs: ["https://learn.microsoft.com/azure/azure-cache-for-redis/cache-how-to-upgrade"],
  },
  appliesTo: ["azure-native:redis:Redis", "azure-native:cache:Redis"],
  parameters: {
    oldestVersion: {
      type: "integer",
      description: "Oldest major version that gets fixes.",
      default: 6,
      minimum: 1,
    },
  },
  *check({ props }, parameters) {
    const oldestVersion = parameters.integer("oldestVersion");
    const version = props.at("redisVersion");
    const major = Number.parseInt(version.string ?? "", 10);
    if (major < oldestVersion) yield version.violates(`must be ${oldestVersion} or later`);
  },
});
