import { diagnosticSettings, logsRequired } from "../../azure/diagnostic-setting.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "eventhub-audit-logs",
  title: "Operations on Event Hubs are logged",
  severity: "medium",
  description: "Without a diagnostic setting nobody can tell who changed a topic, or who wrote and read.",
  remediation:
    'Add a monitor.DiagnosticSetting for the namespace with the category group "audit" or "allLogs", or the category RuntimeAuditLogs or OperationalLogs.',
  references: {
    catalogue: ["KFK-10"],
    azurePolicy: ["83a214f7"],
    cis: ["Found6 6.1.4"],
    nist: ["AU-2", "AU-12"],
    docs: ["https://learn.microsoft.com/azure/event-hubs/monitor-event-hubs-reference"],
  },
  appliesTo: ["azure-native:eventhub:Namespace"],
  reads: diagnosticSettings,
  check: logsRequired(["azure-native:eventhub:Namespace"], ["audit", "RuntimeAuditLogs", "OperationalLogs"]),
});
