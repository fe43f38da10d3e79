import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "aks-network-policy",
  title: "AKS enforces Kubernetes network policies",
  severity: "high",
  description:
    "Without a network policy engine every NetworkPolicy object is accepted and ignored, and each pod can reach every other.",
  remediation: 'Set networkProfile.networkPolicy to "cilium", "azure" or "calico".',
  references: {
    catalogue: ["AKS-10"],
    checkov: ["CKV_AZURE_7"],
    psrule: ["AKS.NetworkPolicy"],
    cis: ["AKS 5.4.4"],
    trivy: ["AZU-0043"],
    prowler: ["aks_network_policy_enabled"],
    kics: ["25c0228e", "tf:aks_network_policy_misconfigured"],
    nist: ["AC-4", "SC-7"],
    pulumi: ["aks-network-policies", "oss:configureNetworkPolicy"],
    docs: ["https://learn.microsoft.com/azure/aks/use-network-policies"],
  },
  appliesTo: ["azure-native:containerservice:ManagedCluster"],
  check: mustBe("networkProfile.networkPolicy", "cilium", "azure", "calico"),
});
