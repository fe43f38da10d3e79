import { demandAllowedLocation, locationParameter } from "../../azure/location.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "governance-allowed-locations",
  title: "Resources stand in allowed regions",
  severity: "medium",
  enforcement: "disabled",
  description:
    "Data that may not leave a jurisdiction must not be stored outside of it. Off by default, because the list of regions is the organization's own; it begins with those of the European Union.",
  remediation: "Set location to an allowed region.",
  references: {
    catalogue: ["IAM-09"],
    psrule: ["Resource.AllowedRegions"],
    azurePolicy: ["e56962a6", "e765b5de"],
    nist: ["AC-4", "SA-9(5)"],
    docs: ["https://learn.microsoft.com/azure/governance/policy/samples/built-in-policies#general"],
  },
  appliesTo: ["azure-native:*:*"],
  parameters: locationParameter,
  *check({ props }, parameters) {
    const location = props.at("location");
    // Resources without a region are global.
    if (!location.is("global")) yield* demandAllowedLocation(location, parameters.strings("locations"));
  },
});
