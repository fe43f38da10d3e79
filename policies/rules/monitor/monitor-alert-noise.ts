import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "monitor-alert-noise",
  title: "Alerts resolve by themselves and do not query every minute",
  severity: "low",
  enforcement: "advisory",
  description:
    "An alert that stays open after the fault is gone hides the next one, and queries every minute cost much for little. Advice, because it is no matter of security.",
  remediation:
    'Leave autoMitigate out or true, and set evaluationFrequency of log alerts to "PT5M" or longer.',
  references: {
    catalogue: ["MON-20"],
    psrule: ["Alert.MetricAutoMitigate", "Alert.HighFrequencyQuery"],
    nist: ["SI-4"],
    docs: [
      "https://learn.microsoft.com/azure/azure-monitor/alerts/alerts-overview",
      "https://learn.microsoft.com/azure/azure-monitor/alerts/alerts-create-log-alert-rule",
    ],
  },
  appliesTo: [
    "azure-native:monitor:MetricAlert",
    "azure-native:insights:MetricAlert",
    "azure-native:monitor:ScheduledQueryRule",
    "azure-native:insights:ScheduledQueryRule",
  ],
  parameters: {
    shortestInterval: {
      type: "integer",
      description:
        "Fewest minutes between two queries of a log alert. Default: that of PSRule Azure.Alert.HighFrequencyQuery.",
      default: 5,
      minimum: 1,
    },
  },
  *check({ kind, props }, parameters) {
    if (kind.name === "MetricAlert") {
      const mitigate = props.at("autoMitigate");
      if (mitigate.is(false)) yield mitigate.violates("must not be false");
      return;
    }
    const shortestInterval = parameters.integer("shortestInterval");
    const frequency = props.at("evaluationFrequency");
    const minutes = /^PT(\d+)M$/i.exec(frequency.string ?? "")?.[1];
    if (minutes !== undefined && Number(minutes) < shortestInterval)
      yield frequency.violates(`must be PT${shortestInterval}M or longer`);
  },
});
