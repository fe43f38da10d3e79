import { parameterRequired, postgresParameters } from "../../azure/postgres-parameter.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "postgres-log-retention",
  title: "PostgreSQL keeps its log files for longer than three days",
  severity: "low",
  description:
    "What happened on a Friday should still be there on Monday. Azure keeps 3 days unless it is told otherwise, and 7 at most.",
  remediation: 'Add a dbforpostgresql.Configuration that sets logfiles.retention_days to "7".',
  references: {
    catalogue: ["PG-14"],
    checkov: ["CKV_AZURE_146"],
    cis: ["Found3 5.2.4"],
    prowler: ["postgresql_flexible_server_log_retention_days_greater_3"],
    kics: ["tf:small_postgresql_db_server_log_retention_period"],
    nist: ["AU-11"],
    docs: ["https://learn.microsoft.com/azure/postgresql/monitor/how-to-configure-server-logs"],
  },
  appliesTo: ["azure-native:dbforpostgresql:Server"],
  reads: [postgresParameters],
  parameters: {
    moreThanDays: {
      type: "integer",
      description: "Days for longer than which log files are kept. Default: that of CIS Azure 3.0 5.2.4.",
      default: 3,
      minimum: 0,
      maximum: 6,
    },
  },
  check: (stack, parameters) => {
    const moreThanDays = parameters.integer("moreThanDays");
    return parameterRequired(
      "logfiles.retention_days",
      (value) => (value.number ?? 0) > moreThanDays,
      `must be more than ${moreThanDays}`,
    )(stack);
  },
});
