import { demandZones } from "../../azure/availability-zone.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "apim-zone-redundant",
  title: "API Management stands in several zones",
  severity: "low",
  enforcement: "advisory",
  description:
    "When the one zone of a gateway is lost, so is every API behind it. Advice, because it needs the Premium tier.",
  remediation: "Name two or three zones in zones, and in each of additionalLocations.",
  references: {
    catalogue: ["APM-19"],
    psrule: ["APIM.AvailabilityZone"],
    azurePolicy: ["42daa904"],
    nist: ["CP-10", "SC-36"],
    docs: ["https://learn.microsoft.com/azure/reliability/reliability-api-management"],
  },
  appliesTo: ["azure-native:apimanagement:ApiManagementService"],
  *check({ props }) {
    yield* demandZones(props.at("zones"));
    for (const location of props.at("additionalLocations").items()) yield* demandZones(location.at("zones"));
  },
});
