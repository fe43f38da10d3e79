import { diagnosticSettings, eachKindOfLogRequired } from "../../azure/diagnostic-setting.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "aks-audit-logs",
  title: "Who does what in AKS is logged",
  severity: "medium",
  description:
    "Without the audit log of the API server, and that of its sign-ins, nobody can tell who read a secret or changed a workload.",
  remediation:
    "Add a monitor.DiagnosticSetting for the cluster with the categories kube-audit-admin (or kube-audit) and guard.",
  references: {
    catalogue: ["AKS-20"],
    psrule: ["AKS.AuditLogs", "AKS.AuditAdmin"],
    azurePolicy: ["245fc9df"],
    cis: ["AKS 2.1.1", "Found6 6.1.4"],
    kics: ["tf:aks_without_audit_logs"],
    nist: ["AU-2", "AU-3", "AU-12"],
    pulumi: ["aks-cluster-audit-logging-enabled"],
    docs: [
      "https://learn.microsoft.com/azure/aks/monitor-aks-reference",
      "https://learn.microsoft.com/azure/aks/monitor-aks",
    ],
  },
  appliesTo: ["azure-native:containerservice:ManagedCluster"],
  reads: diagnosticSettings,
  check: eachKindOfLogRequired(
    ["azure-native:containerservice:ManagedCluster"],
    [
      ["audit", "kube-audit-admin", "kube-audit"],
      ["audit", "guard"],
    ],
  ),
});
