import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "sql-audit-retention",
  title: "Azure SQL audit records are kept for longer than 90 days",
  severity: "medium",
  description: "Intrusions are often found months later; records that are gone by then prove nothing.",
  remediation: "Leave retentionDays out, or set it to 0 (for ever) or to more than 90.",
  references: {
    catalogue: ["SQL-12"],
    checkov: ["CKV_AZURE_24", "CKV_AZURE_156"],
    azurePolicy: ["89099bee"],
    cis: ["Found3 5.1.6"],
    trivy: ["AZU-0025"],
    prowler: ["sqlserver_auditing_retention_90_days"],
    kics: ["c09cdac2", "tf:small_mssql_audit_retention_period", "tf:small_msql_server_audit_retention"],
    nist: ["AU-11"],
    docs: ["https://learn.microsoft.com/azure/azure-sql/database/auditing-setup"],
  },
  appliesTo: [
    "azure-native:sql:ServerBlobAuditingPolicy",
    "azure-native:sql:ExtendedServerBlobAuditingPolicy",
    "azure-native:sql:DatabaseBlobAuditingPolicy",
    "azure-native:sql:ExtendedDatabaseBlobAuditingPolicy",
  ],
  parameters: {
    moreThanDays: {
      type: "integer",
      description: "Days for longer than which records are kept. Default: that of CIS Azure 3.0 5.1.6.",
      default: 90,
      minimum: 0,
    },
  },
  *check({ props }, parameters) {
    const moreThanDays = parameters.integer("moreThanDays");
    const days = props.at("retentionDays");
    // 0, which is also the default, keeps audit records for ever.
    const kept = days.number ?? 0;
    if (kept !== 0 && kept <= moreThanDays) yield days.violates(`must be 0 or more than ${moreThanDays}`);
  },
});
