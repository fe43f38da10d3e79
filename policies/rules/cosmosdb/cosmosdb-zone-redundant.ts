import { each } from "../../evaluate.ts";
import { demandOneOf } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "cosmosdb-zone-redundant",
  title: "Cosmos DB stands in several zones",
  severity: "low",
  enforcement: "advisory",
  description:
    "When the one zone of a region is lost, so is the data that was written there last. Advice, because it costs, and not every region has zones.",
  remediation:
    'Set isZoneRedundant: true in every entry of locations; in a MongoDB cluster, properties.highAvailability.targetMode: "ZoneRedundantPreferred".',
  references: {
    catalogue: ["COS-11"],
    psrule: ["Cosmos.AvailabilityZone", "Cosmos.MongoAvailabilityZone"],
    azurePolicy: ["44c5a1f9"],
    nist: ["CP-10", "SC-36"],
    docs: ["https://learn.microsoft.com/azure/reliability/reliability-cosmos-db-nosql"],
  },
  appliesTo: [
    "azure-native:cosmosdb:DatabaseAccount",
    "azure-native:documentdb:DatabaseAccount",
    "azure-native:mongocluster:MongoCluster",
  ],
  *check({ kind, props }) {
    if (kind.name === "MongoCluster") {
      yield* demandOneOf(props.at("properties.highAvailability.targetMode"), ["ZoneRedundantPreferred"]);
      return;
    }
    yield* each(props.at("locations").items(), (location) =>
      demandOneOf(location.at("isZoneRedundant"), [true]),
    );
  },
});
