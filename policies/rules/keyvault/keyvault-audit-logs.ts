import { diagnosticSettings, logsRequired } from "../../azure/diagnostic-setting.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "keyvault-audit-logs",
  title: "Access to Key Vault is logged",
  severity: "high",
  description: "Without the audit log nobody can tell who read which secret.",
  remediation:
    "Add a DiagnosticSetting for the vault with the category group audit or allLogs, or the category AuditEvent.",
  references: {
    catalogue: ["KV-08"],
    psrule: ["KeyVault.Logs"],
    azurePolicy: ["cf820ca0"],
    cis: ["Found6 6.1.1.4"],
    prowler: ["keyvault_logging_enabled"],
    kics: ["tf:vault_auditing_disabled"],
    nist: ["AU-2", "AU-3", "AU-6", "AU-12"],
    docs: ["https://learn.microsoft.com/azure/key-vault/general/howto-logging"],
  },
  appliesTo: ["azure-native:keyvault:Vault"],
  reads: diagnosticSettings,
  check: logsRequired(["azure-native:keyvault:Vault"], ["audit", "AuditEvent"]),
});
