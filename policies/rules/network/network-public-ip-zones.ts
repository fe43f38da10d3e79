import { demandZones } from "../../azure/availability-zone.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "network-public-ip-zones",
  title: "Public addresses survive the loss of a zone",
  severity: "low",
  enforcement: "advisory",
  description:
    "An address in one zone is gone with the zone, however many zones stand behind it. The rule advises, because some regions have no zones.",
  remediation: 'Set zones: ["1", "2", "3"] on the public IP address or prefix.',
  references: {
    catalogue: ["NET-29"],
    psrule: ["PublicIP.AvailabilityZone"],
    azurePolicy: ["682e4ab9", "2dba5c7e"],
    nist: ["CP-2", "CP-6", "CP-10"],
    docs: ["https://learn.microsoft.com/azure/reliability/reliability-virtual-network"],
  },
  appliesTo: ["azure-native:network:PublicIPAddress", "azure-native:network:PublicIPPrefix"],
  *check({ props }) {
    yield* demandZones(props.at("zones"));
  },
});
