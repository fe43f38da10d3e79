import { demandOneOf } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "aks-container-insights",
  title: "AKS sends logs of its containers to Log Analytics",
  severity: "medium",
  description:
    "The logs of a container are gone with it; what happened before it crashed, or was attacked, is then unknown.",
  remediation:
    'Set addonProfiles: { omsagent: { enabled: true, config: { logAnalyticsWorkspaceResourceID, useAADAuth: "true" } } }.',
  references: {
    catalogue: ["AKS-18"],
    checkov: ["CKV_AZURE_4"],
    psrule: ["AKS.ContainerInsights"],
    trivy: ["AZU-0040"],
    kics: ["9b09dee1"],
    nist: ["AU-2", "AU-12", "SI-4"],
    docs: ["https://learn.microsoft.com/azure/azure-monitor/containers/kubernetes-monitoring-enable"],
  },
  appliesTo: ["azure-native:containerservice:ManagedCluster"],
  *check({ props }) {
    yield* demandOneOf(props.at("addonProfiles").childIgnoringCase("omsagent").at("enabled"), [true]);
  },
});
