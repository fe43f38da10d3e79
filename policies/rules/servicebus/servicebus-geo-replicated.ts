import { demandAllowedLocation, locationParameter } from "../../azure/location.ts";
import { each } from "../../evaluate.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "servicebus-geo-replicated",
  title: "Service Bus is replicated to an allowed region",
  severity: "low",
  enforcement: "disabled",
  description:
    "When the region is lost, so are its messages. Off by default: it doubles the cost and needs the Premium tier.",
  remediation: "List two or more allowed regions in geoDataReplication.locations.",
  references: {
    catalogue: ["SB-11"],
    psrule: ["ServiceBus.GeoReplica", "ServiceBus.ReplicaLocation"],
    nist: ["CP-6", "CP-7"],
    docs: ["https://learn.microsoft.com/azure/service-bus-messaging/service-bus-geo-replication"],
  },
  appliesTo: ["azure-native:servicebus:Namespace"],
  parameters: locationParameter,
  *check({ props }, parameters) {
    const locations = props.at("geoDataReplication.locations");
    if (locations.items().length < 2) yield locations.violates("must name at least two regions");
    yield* each(locations.items(), (location) =>
      demandAllowedLocation(location.at("locationName"), parameters.strings("locations")),
    );
  },
});
