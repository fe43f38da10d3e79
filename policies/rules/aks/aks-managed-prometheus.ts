import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "aks-managed-prometheus",
  title: "AKS sends metrics to Azure Monitor",
  severity: "low",
  enforcement: "advisory",
  description:
    "Alerts on nodes that fill up or pods that keep crashing rest on these metrics. Advice, because a Prometheus of one's own does the same.",
  remediation: "Set azureMonitorProfile: { metrics: { enabled: true } }.",
  references: {
    catalogue: ["AKS-19"],
    prowler: ["aks_cluster_azure_monitor_enabled"],
    nist: ["CA-7", "SI-4"],
    docs: ["https://learn.microsoft.com/azure/azure-monitor/metrics/prometheus-metrics-overview"],
  },
  appliesTo: ["azure-native:containerservice:ManagedCluster"],
  check: mustBe("azureMonitorProfile.metrics.enabled", true),
});
