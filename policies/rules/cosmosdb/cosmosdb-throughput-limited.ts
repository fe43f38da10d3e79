import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "cosmosdb-throughput-limited",
  title: "Throughput of Cosmos DB scales by itself, up to a limit",
  severity: "low",
  enforcement: "disabled",
  description:
    "Fixed throughput is paid for around the clock and refuses what is beyond it; throughput without a limit has no limit of cost. Off by default, because it is a matter of cost.",
  remediation: "Set options.autoscaleSettings.maxThroughput to 10000 or less instead of options.throughput.",
  references: {
    catalogue: ["COS-14"],
    azurePolicy: ["0b7ef78e"],
    nist: ["SC-5"],
    pulumi: ["cosmos-db-autoscaling-enabled"],
    docs: [
      "https://learn.microsoft.com/azure/cosmos-db/provision-throughput-autoscale",
      "https://learn.microsoft.com/azure/cosmos-db/limit-total-account-throughput",
    ],
  },
  appliesTo: [
    "azure-native:cosmosdb:SqlResourceSqlDatabase",
    "azure-native:cosmosdb:SqlResourceSqlContainer",
    "azure-native:documentdb:SqlResourceSqlDatabase",
    "azure-native:documentdb:SqlResourceSqlContainer",
    "azure-native:cosmosdb:MongoDBResourceMongoDBDatabase",
    "azure-native:cosmosdb:MongoDBResourceMongoDBCollection",
    "azure-native:cosmosdb:CassandraResourceCassandraKeyspace",
    "azure-native:cosmosdb:CassandraResourceCassandraTable",
    "azure-native:cosmosdb:GremlinResourceGremlinDatabase",
    "azure-native:cosmosdb:GremlinResourceGremlinGraph",
    "azure-native:cosmosdb:TableResourceTable",
  ],
  parameters: {
    mostThroughput: {
      type: "integer",
      description: "Most request units a second to which one database or container may grow.",
      default: 10_000,
      minimum: 1000,
    },
  },
  *check({ props }, parameters) {
    const mostThroughput = parameters.integer("mostThroughput");
    const fixed = props.at("options.throughput");
    if (fixed.number !== undefined) yield fixed.violates("must not be set; use options.autoscaleSettings");
    const most = props.at("options.autoscaleSettings.maxThroughput");
    const number = most.number;
    if (number !== undefined && number > mostThroughput)
      yield most.violates(`must be at most ${mostThroughput}`);
  },
});
