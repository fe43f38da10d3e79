import {
  clusterWindow,
  maintenanceConfigurations,
  nodeWindow,
  windowsOf,
} from "../../azure/cluster-maintenance.ts";
import { meet, stretchesOf } from "../../azure/maintenance-window.ts";
import { each } from "../../evaluate.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "aks-maintenance-windows-apart",
  title: "AKS upgrades the cluster and its nodes at different times",
  severity: "low",
  description:
    "Where the two windows meet, one upgrade waits for the other or is missed until the next window.",
  remediation:
    "Give aksManagedAutoUpgradeSchedule and aksManagedNodeOSUpgradeSchedule windows on different days.",
  references: {
    catalogue: ["X-13"],
    nist: ["CM-3", "MA-2"],
    docs: ["https://learn.microsoft.com/azure/aks/planned-maintenance"],
  },
  appliesTo: ["azure-native:containerservice:ManagedCluster"],
  reads: maintenanceConfigurations,
  check: (stack) =>
    each(stack.ofType("azure-native:containerservice:ManagedCluster"), function* (cluster) {
      const stretches = (name: string) =>
        windowsOf(stack, cluster, name).flatMap(({ props }) => stretchesOf(props.at("maintenanceWindow")));
      if (meet(stretches(clusterWindow), stretches(nodeWindow)))
        yield {
          path: "",
          message: `${clusterWindow} and ${nodeWindow} meet; they must not`,
          resource: cluster,
        };
    }),
});
