import {
  clusterWindow,
  maintenanceConfigurations,
  nodeWindow,
  windowsOf,
} from "../../azure/cluster-maintenance.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "aks-maintenance-window",
  title: "AKS is upgraded in windows that somebody chose",
  severity: "low",
  description:
    "Without windows Azure upgrades the cluster and its nodes whenever it likes, at the busiest hour too.",
  remediation:
    "Add two containerservice.MaintenanceConfigurations named aksManagedAutoUpgradeSchedule and aksManagedNodeOSUpgradeSchedule whose resourceName is the cluster's name output.",
  references: {
    catalogue: ["AKS-30"],
    psrule: ["AKS.MaintenanceWindow"],
    nist: ["CM-3", "MA-2"],
    docs: ["https://learn.microsoft.com/azure/aks/planned-maintenance"],
  },
  appliesTo: ["azure-native:containerservice:ManagedCluster"],
  reads: maintenanceConfigurations,
  *check(stack) {
    for (const cluster of stack.ofType("azure-native:containerservice:ManagedCluster")) {
      for (const name of [clusterWindow, nodeWindow]) {
        if (windowsOf(stack, cluster, name).length === 0)
          yield { path: "", message: `the stack has no ${name} for the cluster`, resource: cluster };
      }
    }
  },
});
