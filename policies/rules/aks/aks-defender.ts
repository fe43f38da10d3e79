import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "aks-defender",
  title: "Defender watches AKS",
  severity: "medium",
  description:
    "Defender sees attacks that run inside of the nodes: crypto miners, reverse shells, containers that were changed after their start.",
  remediation:
    "Set securityProfile.defender: { logAnalyticsWorkspaceResourceId, securityMonitoring: { enabled: true } }.",
  references: {
    catalogue: ["AKS-17"],
    psrule: ["AKS.DefenderProfile"],
    azurePolicy: ["a1840de2"],
    cis: ["AKS 5.1.1"],
    prowler: ["aks_cluster_defender_enabled"],
    kics: ["tf:aks_defender_profile_disabled"],
    nist: ["RA-5", "SI-3", "SI-4"],
    pulumi: ["aks-defender-container-scanning-enabled"],
    docs: ["https://learn.microsoft.com/azure/defender-for-cloud/defender-for-containers-introduction"],
  },
  appliesTo: ["azure-native:containerservice:ManagedCluster"],
  check: mustBe("securityProfile.defender.securityMonitoring.enabled", true),
});
