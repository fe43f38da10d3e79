import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "aks-private-cluster",
  title: "The AKS API server has no public address",
  severity: "high",
  enforcement: "disabled",
  description:
    "An API server that only the network can reach cannot be attacked from the Internet at all. Off by default, because aks-api-server-access-restricted also accepts a public one that admits listed addresses only.",
  remediation: "Set apiServerAccessProfile.enablePrivateCluster: true when the cluster is made.",
  references: {
    catalogue: ["AKS-05"],
    checkov: ["CKV_AZURE_115"],
    azurePolicy: ["040732e8"],
    cis: ["AKS 5.4.2"],
    trivy: ["AZU-0065"],
    prowler: ["aks_clusters_public_access_disabled"],
    kics: ["tf:aks_private_cluster_disabled"],
    nist: ["AC-3", "AC-17", "SC-7"],
    pulumi: ["aks-private-clusters"],
    docs: ["https://learn.microsoft.com/azure/aks/private-clusters"],
  },
  appliesTo: ["azure-native:containerservice:ManagedCluster"],
  check: mustBe("apiServerAccessProfile.enablePrivateCluster", true),
});
