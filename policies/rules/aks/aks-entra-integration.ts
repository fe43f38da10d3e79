import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "aks-entra-integration",
  title: "AKS authenticates users with Entra ID",
  severity: "high",
  description:
    "Managed Entra ID integration puts conditional access, multi-factor authentication and central revocation in front of the API server.",
  remediation: "Set aadProfile: { managed: true, … }.",
  references: {
    catalogue: ["AKS-02"],
    psrule: ["AKS.ManagedAAD"],
    azurePolicy: ["450d2877"],
    cis: ["AKS 5.5.1"],
    nist: ["AC-2", "IA-2", "IA-8"],
    pulumi: ["aks-azure-ad-integration"],
    docs: ["https://learn.microsoft.com/azure/aks/entra-id-control-plane-authentication"],
  },
  appliesTo: ["azure-native:containerservice:ManagedCluster"],
  check: mustBe("aadProfile.managed", true),
});
