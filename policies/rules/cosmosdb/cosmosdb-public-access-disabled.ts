import { demandOneOf } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "cosmosdb-public-access-disabled",
  title: "Cosmos DB is not reached from the Internet",
  severity: "high",
  description:
    "A public endpoint leaves keys and tokens as the only barrier between the data and the Internet; by default it is open.",
  remediation:
    'Set publicNetworkAccess: "Disabled" (properties.publicNetworkAccess in a MongoDB cluster) and add a private endpoint.',
  references: {
    catalogue: ["COS-02"],
    checkov: ["CKV_AZURE_101"],
    psrule: ["Cosmos.PublicAccess"],
    azurePolicy: ["797b37f7"],
    prowler: ["cosmosdb_account_public_network_access_disabled"],
    nist: ["AC-4", "SC-7"],
    docs: ["https://learn.microsoft.com/azure/cosmos-db/how-to-configure-private-endpoints"],
  },
  appliesTo: [
    "azure-native:cosmosdb:DatabaseAccount",
    "azure-native:documentdb:DatabaseAccount",
    "azure-native:mongocluster:MongoCluster",
  ],
  *check({ kind, props }) {
    const path = kind.name === "MongoCluster" ? "properties.publicNetworkAccess" : "publicNetworkAccess";
    yield* demandOneOf(props.at(path), ["Disabled", "SecuredByPerimeter"]);
  },
});
