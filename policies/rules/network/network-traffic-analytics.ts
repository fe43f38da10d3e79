import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "network-traffic-analytics",
  title: "Flow logs are analysed",
  severity: "low",
  description:
    "A flow log is a heap of files until Traffic Analytics puts it where it can be searched and alerted on.",
  remediation:
    "Set flowAnalyticsConfiguration.networkWatcherFlowAnalyticsConfiguration with enabled: true and a workspace.",
  references: {
    catalogue: ["NET-17"],
    azurePolicy: ["2f080164"],
    nist: ["AU-6", "AU-6(1)", "SI-4"],
    docs: ["https://learn.microsoft.com/azure/network-watcher/traffic-analytics"],
  },
  appliesTo: ["azure-native:network:FlowLog"],
  check: mustBe("flowAnalyticsConfiguration.networkWatcherFlowAnalyticsConfiguration.enabled", true),
});
