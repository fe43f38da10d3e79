import { diagnosticSettings, eachKindOfLogRequired } from "../../azure/diagnostic-setting.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "aks-platform-logs",
  title: "The control plane of AKS is logged",
  severity: "low",
  enforcement: "advisory",
  description:
    "Why a pod was not scheduled, or a node not added, stands in the logs of the control plane only. Advice, because these logs are large.",
  remediation:
    "Add a monitor.DiagnosticSetting for the cluster with the categories kube-apiserver, kube-controller-manager, kube-scheduler and cluster-autoscaler.",
  references: {
    catalogue: ["AKS-21"],
    psrule: ["AKS.PlatformLogs"],
    cis: ["Found6 6.1.4"],
    nist: ["AU-2", "AU-12", "SI-4"],
    docs: ["https://learn.microsoft.com/azure/aks/monitor-aks-reference"],
  },
  appliesTo: ["azure-native:containerservice:ManagedCluster"],
  reads: diagnosticSettings,
  parameters: {
    categories: {
      type: "array",
      items: { type: "string" },
      description: "Categories of logs that are kept. Default: those of PSRule Azure.AKS.PlatformLogs.",
      default: ["cluster-autoscaler", "kube-apiserver", "kube-controller-manager", "kube-scheduler"],
    },
  },
  check: (stack, parameters) =>
    eachKindOfLogRequired(
      ["azure-native:containerservice:ManagedCluster"],
      parameters.strings("categories").map((category) => [category]),
    )(stack),
});
