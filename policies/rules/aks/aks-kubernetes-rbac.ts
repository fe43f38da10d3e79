import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "aks-kubernetes-rbac",
  title: "Kubernetes RBAC is enabled on AKS",
  severity: "critical",
  description: "Without RBAC every identity that reaches the API server may do everything in the cluster.",
  remediation: "Set enableRBAC: true when the cluster is created; it cannot be changed afterwards.",
  references: {
    catalogue: ["AKS-01"],
    checkov: ["CKV_AZURE_5"],
    psrule: ["AKS.UseRBAC"],
    azurePolicy: ["ac4a19c2"],
    trivy: ["AZU-0042"],
    prowler: ["aks_cluster_rbac_enabled"],
    kics: ["9307a2ed", "tf:aks_rbac_disabled"],
    nist: ["AC-3", "AC-6"],
    docs: ["https://learn.microsoft.com/azure/aks/concepts-identity"],
  },
  appliesTo: ["azure-native:containerservice:ManagedCluster"],
  check: mustBe("enableRBAC", true),
});
