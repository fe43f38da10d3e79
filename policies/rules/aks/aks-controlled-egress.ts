import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "aks-controlled-egress",
  title: "AKS reaches the Internet by a way that somebody chose",
  severity: "low",
  enforcement: "advisory",
  description:
    "Through a load balancer or a public address of their own the nodes reach everything, from addresses that nobody knows before. Advice, because a NAT gateway or a firewall costs more than a development cluster may.",
  remediation:
    'Set networkProfile.outboundType: "userAssignedNATGateway", "managedNATGateway", "userDefinedRouting", "none" or "block".',
  references: {
    catalogue: ["X-09"],
    nist: ["AC-4", "SC-7", "SC-7(5)"],
    docs: ["https://learn.microsoft.com/azure/aks/egress-outboundtype"],
  },
  appliesTo: ["azure-native:containerservice:ManagedCluster"],
  check: mustBe(
    "networkProfile.outboundType",
    "userAssignedNATGateway",
    "managedNATGateway",
    "userDefinedRouting",
    "none",
    "block",
  ),
});
