import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "network-aks-group-untouched",
  title: "The security group that AKS manages is left to AKS",
  severity: "medium",
  description:
    "AKS overwrites the rules of its own group, and a rule of another hand there breaks load balancers.",
  remediation: "Put the rules on a group of the subnet's own.",
  references: {
    catalogue: ["NET-11"],
    psrule: ["NSG.AKSRules"],
    nist: ["CM-3", "CM-5", "CM-6"],
    docs: ["https://learn.microsoft.com/azure/aks/concepts-network"],
  },
  appliesTo: ["azure-native:network:SecurityRule", "azure-native:network:NetworkSecurityGroup"],
  *check({ props }) {
    const group = props.at("networkSecurityGroupName");
    if (/^aks-agentpool-\d+-nsg$/i.test(group.string ?? ""))
      yield group.violates("must not be the group that AKS manages");
  },
});
