import { demandOneOf } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "redis-entra-only",
  title: "Redis refuses access keys and signs in with Entra ID",
  severity: "high",
  description:
    "An access key opens the whole cache, names nobody, and does not expire; by default it is accepted.",
  remediation:
    'Set disableAccessKeyAuthentication: true and redisConfiguration.aadEnabled: "True"; in a database of Azure Managed Redis, accessKeysAuthentication: "Disabled".',
  references: {
    catalogue: ["RED-04"],
    psrule: ["Redis.LocalAuth", "Redis.EntraID"],
    azurePolicy: ["3827af20"],
    nist: ["AC-2", "IA-2", "IA-5"],
    docs: [
      "https://learn.microsoft.com/azure/azure-cache-for-redis/cache-azure-active-directory-for-authentication",
      "https://learn.microsoft.com/azure/redis/entra-for-authentication",
    ],
  },
  appliesTo: [
    "azure-native:redis:Redis",
    "azure-native:cache:Redis",
    "azure-native:redisenterprise:Database",
    "azure-native:cache:Database",
  ],
  *check({ kind, props }) {
    if (kind.name === "Database") {
      yield* demandOneOf(props.at("accessKeysAuthentication"), ["Disabled"]);
      return;
    }
    yield* demandOneOf(props.at("disableAccessKeyAuthentication"), [true]);
    yield* demandOneOf(props.at("redisConfiguration.aadEnabled"), ["true", true]);
  },
});
