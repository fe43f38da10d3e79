import { privateEndpointRequired, privateEndpoints } from "../../azure/private-endpoint.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "redis-private-endpoint",
  title: "Redis has a private endpoint",
  severity: "medium",
  description: "A private endpoint keeps traffic between the network and the cache away from the Internet.",
  remediation:
    "Add a network.PrivateEndpoint whose privateLinkServiceConnections hold the cache's id output, or put a Premium cache into a subnet by subnetId.",
  references: {
    catalogue: ["RED-05"],
    azurePolicy: ["7803067c", "960e650e"],
    nist: ["AC-4", "SC-7"],
    pulumi: ["redis-cache-private-endpoints"],
    docs: ["https://learn.microsoft.com/azure/azure-cache-for-redis/cache-private-link"],
  },
  appliesTo: [
    "azure-native:redis:Redis",
    "azure-native:cache:Redis",
    "azure-native:redisenterprise:RedisEnterprise",
    "azure-native:cache:RedisEnterprise",
  ],
  reads: privateEndpoints,
  check: privateEndpointRequired(
    [
      "azure-native:redis:Redis",
      "azure-native:cache:Redis",
      "azure-native:redisenterprise:RedisEnterprise",
      "azure-native:cache:RedisEnterprise",
    ],
    ({ props }) => props.at("subnetId").isSet,
  ),
});
