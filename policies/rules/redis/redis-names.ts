import type { NameFormat } from "../../azure/resource-name.ts";
import { nameOf } from "../../azure/resource-name.ts";
import { resourceRule } from "../../rule.ts";

const cacheName: [string, NameFormat] = [
  "name",
  {
    pattern: /^(?=.{1,63}$)[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/,
    allowed: "1 to 63 letters, digits and single hyphens inside",
  },
];
const clusterName: [string, NameFormat] = [
  "clusterName",
  {
    pattern: /^(?=.{1,60}$)[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/,
    allowed: "1 to 60 letters, digits and single hyphens inside",
  },
];

export default resourceRule({
  id: "redis-names",
  title: "Redis caches have names that Azure accepts",
  severity: "low",
  description: "A name that Azure refuses fails the update halfway, after other resources have been made.",
  remediation:
    "Name the cache with up to 63 letters, digits and single hyphens inside; a cluster of Azure Managed Redis with up to 60.",
  references: {
    catalogue: ["RED-13"],
    psrule: ["Redis.Naming", "RedisEnterprise.Naming"],
    docs: [
      "https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftcache",
    ],
  },
  appliesTo: [
    "azure-native:redis:Redis",
    "azure-native:cache:Redis",
    "azure-native:redisenterprise:RedisEnterprise",
    "azure-native:cache:RedisEnterprise",
  ],
  check: (resource) => nameOf(...(resource.kind.name === "Redis" ? cacheName : clusterName))(resource),
});
