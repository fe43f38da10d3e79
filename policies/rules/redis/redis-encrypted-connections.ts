import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "redis-encrypted-connections",
  title: "Redis accepts encrypted connections only",
  severity: "high",
  description:
    "On the port without TLS, keys, tokens and cached data cross the network in plain text; it is off by default.",
  remediation:
    'Leave out enableNonSslPort, or set it to false; in a database of Azure Managed Redis, clientProtocol: "Encrypted".',
  references: {
    catalogue: ["RED-02"],
    checkov: ["CKV_AZURE_91"],
    psrule: ["Redis.NonSslPort"],
    azurePolicy: ["22bee202"],
    kics: ["49e30ac8", "tf:redis_cache_allows_non_ssl_connections"],
    nist: ["SC-8", "SC-8(1)"],
    pulumi: ["redis-cache-non-ssl-port"],
    docs: [
      "https://learn.microsoft.com/azure/azure-cache-for-redis/cache-configure#access-ports",
      "https://learn.microsoft.com/azure/redis/overview",
    ],
  },
  appliesTo: [
    "azure-native:redis:Redis",
    "azure-native:cache:Redis",
    "azure-native:redisenterprise:Database",
    "azure-native:cache:Database",
  ],
  *check({ kind, props }) {
    const property = props.at(kind.name === "Database" ? "clientProtocol" : "enableNonSslPort");
    if (property.is(true, "Plaintext"))
      yield property.violates(kind.name === "Database" ? 'must be "Encrypted"' : "must not be true");
  },
});
