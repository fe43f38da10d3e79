import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "aks-node-group-locked",
  title: "Nobody changes what AKS keeps in its node resource group",
  severity: "medium",
  description:
    "A change of the scale sets, the load balancer or the network of the nodes goes past every setting of the cluster, and breaks it at the next upgrade.",
  remediation: 'Set nodeResourceGroupProfile: { restrictionLevel: "ReadOnly" }.',
  references: {
    catalogue: ["X-07"],
    nist: ["AC-6", "CM-5"],
    docs: ["https://learn.microsoft.com/azure/aks/node-resource-group-lockdown"],
  },
  appliesTo: ["azure-native:containerservice:ManagedCluster"],
  check: mustBe("nodeResourceGroupProfile.restrictionLevel", "ReadOnly"),
});
