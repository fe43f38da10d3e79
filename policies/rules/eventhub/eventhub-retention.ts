import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "eventhub-retention",
  title: "Every Event Hub says how long it keeps events",
  severity: "low",
  description:
    "Retention decides how long a consumer may be down without losing events, and how long personal data lies there.",
  remediation: "Set retentionDescription: { cleanupPolicy, retentionTimeInHours } or messageRetentionInDays.",
  references: {
    catalogue: ["KFK-11"],
    nist: ["AU-11", "SI-12"],
    pulumi: ["event-hubs-retention"],
    docs: ["https://learn.microsoft.com/azure/event-hubs/event-hubs-features#event-retention"],
  },
  appliesTo: ["azure-native:eventhub:EventHub"],
  *check({ props }) {
    const days = props.at("messageRetentionInDays");
    if (!days.isSet && !props.at("retentionDescription").isSet) {
      yield days.violates("must be set, or retentionDescription must be");
    }
  },
});
