import { diagnosticSettings, logsRequired } from "../../azure/diagnostic-setting.ts";
import { postgresServers } from "../../azure/postgres-parameter.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "postgres-audit-logs",
  title: "The logs of PostgreSQL are kept",
  severity: "medium",
  description:
    "The server's own files are gone after a week, and with the server; only a diagnostic setting keeps them.",
  remediation:
    'Add a monitor.DiagnosticSetting for the server with the category group "audit" or "allLogs", or the category PostgreSQLLogs.',
  references: {
    catalogue: ["PG-22"],
    cis: ["Found6 6.1.4"],
    nist: ["AU-2", "AU-9", "AU-12"],
    docs: ["https://learn.microsoft.com/azure/postgresql/monitor/how-to-configure-and-access-logs"],
  },
  appliesTo: ["azure-native:dbforpostgresql:Server"],
  reads: diagnosticSettings,
  check: logsRequired(postgresServers, ["audit", "PostgreSQLLogs"]),
});
