import { demandOneOf } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "cosmosdb-local-auth-disabled",
  title: "Cosmos DB accepts Entra tokens only",
  severity: "high",
  description:
    "An account's key opens all of its data, names nobody, and does not expire; by default it is accepted.",
  remediation:
    "Set disableLocalAuth: true and grant data roles to Entra identities; in a MongoDB cluster, name only MicrosoftEntraID in authConfig.allowedModes.",
  references: {
    catalogue: ["COS-05"],
    checkov: ["CKV_AZURE_140"],
    psrule: ["Cosmos.NoSQLLocalAuth", "Cosmos.MongoEntraID"],
    azurePolicy: ["5450f5bd"],
    cis: ["Found3 5.4.3"],
    prowler: ["cosmosdb_account_use_aad_and_rbac"],
    nist: ["AC-2", "IA-2", "IA-5"],
    docs: [
      "https://learn.microsoft.com/azure/cosmos-db/nosql/security/how-to-disable-key-based-authentication",
      "https://learn.microsoft.com/azure/cosmos-db/mongodb/vcore/entra-authentication",
    ],
  },
  appliesTo: [
    "azure-native:cosmosdb:DatabaseAccount",
    "azure-native:documentdb:DatabaseAccount",
    "azure-native:mongocluster:MongoCluster",
  ],
  *check({ kind, props }) {
    if (kind.name === "MongoCluster") {
      // The property is newer than azure-native's default API version; where it is absent, nothing can be demanded.
      for (const mode of props.at("properties.authConfig.allowedModes").items())
        yield* demandOneOf(mode, ["MicrosoftEntraID"]);
      return;
    }
    // The MongoDB API of an account knows no Entra ID.
    if (!props.at("kind").is("MongoDB")) yield* demandOneOf(props.at("disableLocalAuth"), [true]);
  },
});
