import { demandOneOf } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "aks-azure-policy-addon",
  title: "The Azure Policy add-on is enabled on AKS",
  severity: "medium",
  description:
    "The add-on enforces the organization's policies at admission, also for what reaches the cluster by other ways than Pulumi.",
  remediation: "Set addonProfiles: { azurepolicy: { enabled: true } }.",
  references: {
    catalogue: ["AKS-16"],
    checkov: ["CKV_AZURE_116"],
    psrule: ["AKS.AzurePolicyAddOn"],
    azurePolicy: ["0a15ec92"],
    trivy: ["AZU-0066"],
    kics: ["tf:aks_azure_policies_addon_disabled", "tf:aks_uses_azure_policies_addon_disabled"],
    nist: ["CM-2", "CM-6", "CM-7"],
    docs: ["https://learn.microsoft.com/azure/governance/policy/concepts/policy-for-kubernetes"],
  },
  appliesTo: ["azure-native:containerservice:ManagedCluster"],
  *check({ props }) {
    yield* demandOneOf(props.at("addonProfiles").childIgnoringCase("azurepolicy").at("enabled"), [true]);
  },
});
