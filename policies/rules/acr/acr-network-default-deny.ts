import { demandOneOf } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "acr-network-default-deny",
  title: "The ACR firewall denies by default",
  severity: "high",
  description: "Where the registry has a public endpoint at all, only listed networks may use it.",
  remediation: 'Set networkRuleSet: { defaultAction: "Deny", … }, or publicNetworkAccess: "Disabled".',
  references: {
    catalogue: ["ACR-04"],
    psrule: ["ACR.Firewall"],
    azurePolicy: ["d0793b48"],
    nist: ["AC-4", "SC-7", "SC-7(5)"],
    docs: [
      "https://learn.microsoft.com/azure/container-registry/container-registry-access-selected-networks",
    ],
  },
  appliesTo: ["azure-native:containerregistry:Registry"],
  *check({ props }) {
    if (props.at("publicNetworkAccess").is("Disabled")) return;
    yield* demandOneOf(props.at("networkRuleSet.defaultAction"), ["Deny"]);
  },
});
