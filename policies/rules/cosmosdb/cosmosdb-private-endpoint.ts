import { privateEndpointRequired, privateEndpoints } from "../../azure/private-endpoint.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "cosmosdb-private-endpoint",
  title: "Cosmos DB has a private endpoint",
  severity: "medium",
  description: "A private endpoint keeps traffic between the network and the account away from the Internet.",
  remediation:
    "Add a network.PrivateEndpoint whose privateLinkServiceConnections hold the account's id output.",
  references: {
    catalogue: ["COS-03"],
    azurePolicy: ["58440f8a"],
    cis: ["Found3 5.4.2"],
    prowler: ["cosmosdb_account_use_private_endpoints"],
    nist: ["AC-4", "SC-7"],
    pulumi: ["cosmos-db-private-endpoints"],
    docs: ["https://learn.microsoft.com/azure/cosmos-db/how-to-configure-private-endpoints"],
  },
  appliesTo: [
    "azure-native:cosmosdb:DatabaseAccount",
    "azure-native:documentdb:DatabaseAccount",
    "azure-native:mongocluster:MongoCluster",
  ],
  reads: privateEndpoints,
  check: privateEndpointRequired([
    "azure-native:cosmosdb:DatabaseAccount",
    "azure-native:documentdb:DatabaseAccount",
    "azure-native:mongocluster:MongoCluster",
  ]),
});
