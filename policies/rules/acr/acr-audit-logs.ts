import { diagnosticSettings, logsRequired } from "../../azure/diagnostic-setting.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "acr-audit-logs",
  title: "Pulls from and pushes to ACR are logged",
  severity: "medium",
  description:
    "Without a diagnostic setting nobody can tell who pushed an image that turns out to be bad, and who pulled it.",
  remediation:
    'Add a monitor.DiagnosticSetting for the registry with the category group "audit" or "allLogs".',
  references: {
    catalogue: ["ACR-21"],
    psrule: ["ACR.AuditLogs"],
    cis: ["Found6 6.1.4"],
    nist: ["AU-2", "AU-12"],
    docs: [
      "https://learn.microsoft.com/azure/container-registry/monitor-container-registry-reference",
      "https://learn.microsoft.com/azure/container-registry/monitor-container-registry",
    ],
  },
  appliesTo: ["azure-native:containerregistry:Registry"],
  reads: diagnosticSettings,
  check: logsRequired(
    ["azure-native:containerregistry:Registry"],
    ["audit", "ContainerRegistryLoginEvents", "ContainerRegistryRepositoryEvents"],
  ),
});
