import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "aks-azure-cni",
  title: "AKS uses Azure CNI",
  severity: "medium",
  description:
    "kubenet is retired on 31 March 2028, knows fewer network policies and no Windows nodes; the API takes it where nothing is said.",
  remediation:
    'Set networkProfile.networkPlugin: "azure", with networkPluginMode: "overlay" where addresses are scarce.',
  references: {
    catalogue: ["AKS-11"],
    checkov: ["CKV2_AZURE_29"],
    azurePolicy: ["46238e2f"],
    cis: ["AKS 4.4.1"],
    nist: ["CM-7", "SC-7"],
    docs: [
      "https://learn.microsoft.com/azure/aks/concepts-network-cni-overview",
      "https://learn.microsoft.com/azure/aks/configure-kubenet",
    ],
  },
  appliesTo: ["azure-native:containerservice:ManagedCluster"],
  check: mustBe("networkProfile.networkPlugin", "azure"),
});
