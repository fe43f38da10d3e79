import { demandAllowedLocation, locationParameter } from "../../azure/location.ts";
import { each } from "../../evaluate.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "cosmosdb-allowed-locations",
  title: "Cosmos DB keeps data in allowed regions",
  severity: "medium",
  enforcement: "disabled",
  description:
    "Data that may not leave a jurisdiction must not be replicated out of it. Off by default, because the list of regions is the organization's own.",
  remediation: "Name allowed regions only in location and locations[].locationName.",
  references: {
    catalogue: ["COS-15"],
    azurePolicy: ["0473574d"],
    nist: ["AC-4", "SA-9(5)"],
    docs: ["https://learn.microsoft.com/azure/cosmos-db/distribute-data-globally"],
  },
  appliesTo: [
    "azure-native:cosmosdb:DatabaseAccount",
    "azure-native:documentdb:DatabaseAccount",
    "azure-native:mongocluster:MongoCluster",
  ],
  parameters: locationParameter,
  *check({ props }, parameters) {
    yield* demandAllowedLocation(props.at("location"), parameters.strings("locations"));
    yield* each(props.at("locations").items(), (location) =>
      demandAllowedLocation(location.at("locationName"), parameters.strings("locations")),
    );
  },
});
