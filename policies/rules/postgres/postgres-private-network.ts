import { privateEndpointRequired, privateEndpoints } from "../../azure/private-endpoint.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "postgres-private-network",
  title: "PostgreSQL has a private endpoint or stands in a subnet",
  severity: "medium",
  description: "Traffic between the network and the server then stays away from the Internet.",
  remediation:
    "Set network.delegatedSubnetResourceId when the server is made, or add a network.PrivateEndpoint whose privateLinkServiceConnections hold the server's id output.",
  references: {
    catalogue: ["PG-02"],
    checkov: ["CKV2_AZURE_57", "CKV2_AZURE_42"],
    azurePolicy: ["5375a5bb"],
    nist: ["AC-4", "SC-7"],
    pulumi: ["postgresql-private-endpoints"],
    docs: [
      "https://learn.microsoft.com/azure/postgresql/flexible-server/concepts-networking-private",
      "https://learn.microsoft.com/azure/postgresql/flexible-server/concepts-networking-private-link",
    ],
  },
  appliesTo: ["azure-native:dbforpostgresql:Server"],
  reads: privateEndpoints,
  check: privateEndpointRequired(
    ["azure-native:dbforpostgresql:Server"],
    ({ props }) => props.at("network.delegatedSubnetResourceId").isSet,
  ),
});
