import type { NameFormat } from "../../azure/resource-name.ts";
import { nameOf } from "../../azure/resource-name.ts";
import { resourceRule } from "../../rule.ts";

const accountName: [string, NameFormat] = [
  "accountName",
  {
    pattern: /^[a-z0-9][a-z0-9-]{1,42}[a-z0-9]$/,
    allowed: "3 to 44 lower-case letters, digits and hyphens inside",
  },
];
const clusterName: [string, NameFormat] = [
  "mongoClusterName",
  {
    pattern: /^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$/,
    allowed: "3 to 40 lower-case letters, digits and hyphens inside",
  },
];

export default resourceRule({
  id: "cosmosdb-names",
  title: "Cosmos DB accounts have names that Azure accepts",
  severity: "low",
  description: "A name that Azure refuses fails the update halfway, after other resources have been made.",
  remediation:
    "Name the account with 3 to 44 lower-case letters, digits and hyphens inside; a MongoDB cluster with 3 to 40.",
  references: {
    catalogue: ["COS-18"],
    psrule: [
      "Cosmos.AccountName",
      "Cosmos.NoSQLNaming",
      "Cosmos.MongoNaming",
      "Cosmos.CassandraNaming",
      "Cosmos.TableNaming",
      "Cosmos.GremlinNaming",
      "Cosmos.PostgreSQLNaming",
      "Cosmos.DatabaseNaming",
    ],
    docs: [
      "https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftdocumentdb",
    ],
  },
  appliesTo: [
    "azure-native:cosmosdb:DatabaseAccount",
    "azure-native:documentdb:DatabaseAccount",
    "azure-native:mongocluster:MongoCluster",
  ],
  check: (resource) =>
    nameOf(...(resource.kind.name === "MongoCluster" ? clusterName : accountName))(resource),
});
