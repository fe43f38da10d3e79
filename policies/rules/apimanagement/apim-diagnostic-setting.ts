import { diagnosticSettings, logsRequired } from "../../azure/diagnostic-setting.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "apim-diagnostic-setting",
  title: "API Management keeps logs of calls",
  severity: "medium",
  description: "Without a diagnostic setting nobody can tell afterwards who called what.",
  remediation:
    'Add a monitor.DiagnosticSetting for the service with the category GatewayLogs, or the category group "audit" or "allLogs".',
  references: {
    catalogue: ["APM-23"],
    cis: ["Found6 6.1.4"],
    nist: ["AU-2", "AU-12"],
    pulumi: ["api-management-diagnostic-settings-exist"],
    docs: ["https://learn.microsoft.com/azure/api-management/monitor-api-management"],
  },
  appliesTo: ["azure-native:apimanagement:ApiManagementService"],
  reads: diagnosticSettings,
  check: logsRequired(["azure-native:apimanagement:ApiManagementService"], ["audit", "GatewayLogs"]),
});
