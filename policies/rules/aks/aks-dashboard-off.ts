import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "aks-dashboard-off",
  title: "The Kubernetes dashboard add-on is off on AKS",
  severity: "high",
  description:
    "The dashboard acts with rights of its own, and whoever reaches it has them; the add-on is retired.",
  remediation: "Leave addonProfiles.kubeDashboard out, and use the Azure portal's view of the cluster.",
  references: {
    catalogue: ["AKS-42"],
    checkov: ["CKV_AZURE_8"],
    kics: ["c62d3b92", "tf:dashboard_is_enabled"],
    nist: ["AC-6", "CM-7", "SA-22"],
    docs: ["https://learn.microsoft.com/azure/aks/kubernetes-portal"],
  },
  appliesTo: ["azure-native:containerservice:ManagedCluster"],
  *check({ props }) {
    const enabled = props.at("addonProfiles").childIgnoringCase("kubeDashboard").at("enabled");
    if (enabled.is(true)) yield enabled.violates("must be false");
  },
});
