import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "network-flow-log-retention",
  title: "Flow logs are kept for 90 days",
  severity: "low",
  description: "Intrusions are found weeks later. Zero days with the policy off keeps the logs for good.",
  remediation: "Set retentionPolicy: { enabled: true, days: 90 } or more.",
  references: {
    catalogue: ["NET-16"],
    checkov: ["CKV_AZURE_12"],
    cis: ["Found6 7.5", "Found6 7.8"],
    trivy: ["AZU-0049"],
    prowler: ["network_flow_log_more_than_90_days"],
    kics: ["564b70f8", "tf:small_flow_logs_retention_period"],
    nist: ["AU-11"],
    docs: ["https://learn.microsoft.com/azure/network-watcher/vnet-flow-logs-overview"],
  },
  appliesTo: ["azure-native:network:FlowLog"],
  parameters: {
    days: {
      type: "integer",
      description: "Fewest days for which flow logs are kept.",
      default: 90,
      minimum: 1,
    },
  },
  *check({ props }, parameters) {
    const fewestDays = parameters.integer("days");
    const days = props.at("retentionPolicy.days");
    const isOn = props.at("retentionPolicy.enabled").is(true);
    if (days.is(0) && !isOn) return;
    if (!isOn) yield props.at("retentionPolicy.enabled").violates("must be true");
    if ((days.number ?? 0) < fewestDays) yield days.violates(`must be ${fewestDays} or more`);
  },
});
