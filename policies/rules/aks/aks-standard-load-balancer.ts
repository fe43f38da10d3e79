import { mustNotBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "aks-standard-load-balancer",
  title: "AKS stands behind a standard load balancer",
  severity: "medium",
  description:
    "The basic load balancer is retired, has no zones and admits all traffic; standard is what Azure takes where nothing is said.",
  remediation: 'Leave out networkProfile.loadBalancerSku, or set it to "standard".',
  references: {
    catalogue: ["AKS-12"],
    psrule: ["AKS.StandardLB"],
    nist: ["CP-10", "SC-7"],
    docs: ["https://learn.microsoft.com/azure/aks/load-balancer-standard"],
  },
  appliesTo: ["azure-native:containerservice:ManagedCluster"],
  check: mustNotBe("networkProfile.loadBalancerSku", "basic"),
});
