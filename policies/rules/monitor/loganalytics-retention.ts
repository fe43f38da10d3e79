import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "loganalytics-retention",
  title: "Logs are kept for at least 90 days",
  severity: "low",
  enforcement: "advisory",
  description:
    "Intrusions are often found months later. Azure keeps logs for 30 days by default, and charges for what is longer, which is why this is advice.",
  remediation: "Set retentionInDays to 90 or more.",
  references: {
    catalogue: ["MON-04"],
    nist: ["AU-11"],
    pulumi: ["log-analytics-retention"],
    docs: ["https://learn.microsoft.com/azure/azure-monitor/logs/data-retention-configure"],
  },
  appliesTo: ["azure-native:operationalinsights:Workspace"],
  parameters: {
    leastDays: {
      type: "integer",
      description: "Fewest days for which logs are kept.",
      default: 90,
      minimum: 4,
      maximum: 730,
    },
  },
  *check({ props }, parameters) {
    const leastDays = parameters.integer("leastDays");
    const days = props.at("retentionInDays");
    const number = days.number;
    if (number === undefined || number < leastDays) yield days.violates(`must be at least ${leastDays}`);
  },
});
