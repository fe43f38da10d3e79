import { demandZones } from "../../azure/availability-zone.ts";
import { demandOneOf } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "network-firewall",
  title: "Azure Firewalls block known attackers and survive the loss of a zone",
  severity: "high",
  description:
    "A firewall that only alerts lets known attackers in, and one with rules of its own instead of a policy drifts from the others.",
  remediation:
    'Set firewallPolicy and zones on the firewall, and threatIntelMode: "Deny" on the policy, with intrusionDetection.mode: "Deny" where its SKU is Premium.',
  references: {
    catalogue: ["NET-39"],
    checkov: ["CKV_AZURE_216", "CKV_AZURE_219", "CKV_AZURE_220"],
    psrule: [
      "Firewall.Mode",
      "Firewall.PolicyMode",
      "Firewall.AvailabilityZone",
      "Firewall.Name",
      "Firewall.PolicyName",
    ],
    nist: ["CP-10", "SC-7", "SI-3", "SI-4"],
    pulumi: ["azure-firewall-threat-intelligence"],
    docs: ["https://learn.microsoft.com/azure/firewall/threat-intel"],
  },
  appliesTo: ["azure-native:network:AzureFirewall", "azure-native:network:FirewallPolicy"],
  *check({ kind, props }) {
    if (kind.name === "FirewallPolicy") {
      yield* demandOneOf(props.at("threatIntelMode"), ["Deny"]);
      if (props.at("sku.tier").is("Premium"))
        yield* demandOneOf(props.at("intrusionDetection.mode"), ["Deny", "Alert"]);
      return;
    }
    const policy = props.at("firewallPolicy").child("id");
    if (!policy.isSet) {
      yield policy.violates("must be the id of a FirewallPolicy");
      yield* demandOneOf(props.at("threatIntelMode"), ["Deny"]);
    }
    // In a virtual WAN the hub decides on zones.
    if (!props.at("virtualHub").isSet) yield* demandZones(props.at("zones"));
  },
});
