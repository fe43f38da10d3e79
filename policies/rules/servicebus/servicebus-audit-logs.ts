import { diagnosticSettings, logsRequired } from "../../azure/diagnostic-setting.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "servicebus-audit-logs",
  title: "Operations on Service Bus are logged",
  severity: "medium",
  description: "Without a diagnostic setting nobody can tell who changed a queue, or who sent and received.",
  remediation:
    'Add a monitor.DiagnosticSetting for the namespace with the category group "audit" or "allLogs", or the category RuntimeAuditLogs or OperationalLogs.',
  references: {
    catalogue: ["SB-08"],
    psrule: ["ServiceBus.AuditLogs"],
    azurePolicy: ["f8d36e2f"],
    cis: ["Found6 6.1.4"],
    nist: ["AU-2", "AU-12"],
    docs: ["https://learn.microsoft.com/azure/service-bus-messaging/monitor-service-bus-reference"],
  },
  appliesTo: ["azure-native:servicebus:Namespace"],
  reads: diagnosticSettings,
  check: logsRequired(
    ["azure-native:servicebus:Namespace"],
    ["audit", "RuntimeAuditLogs", "OperationalLogs"],
  ),
});
