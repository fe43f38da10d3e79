import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "aks-azure-rbac",
  title: "AKS authorizes users with Azure RBAC",
  severity: "high",
  description:
    "Azure RBAC for Kubernetes keeps access to the cluster where access to everything else is granted, reviewed and revoked.",
  remediation:
    "Set aadProfile: { managed: true, enableAzureRBAC: true } and assign the Azure Kubernetes Service RBAC roles.",
  references: {
    catalogue: ["AKS-03"],
    psrule: ["AKS.AzureRBAC"],
    cis: ["AKS 5.5.2"],
    nist: ["AC-2", "AC-3", "AC-6"],
    pulumi: ["aks-azure-rbac-enabled"],
    docs: ["https://learn.microsoft.com/azure/aks/entra-id-authorization"],
  },
  appliesTo: ["azure-native:containerservice:ManagedCluster"],
  check: mustBe("aadProfile.enableAzureRBAC", true),
});
