import { diagnosticSettings, diagnosticSettingsOf, keepsLogs } from "../../azure/diagnostic-setting.ts";
import { belongsTo, sqlServers } from "../../azure/sql-server.ts";
import { each } from "../../evaluate.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "sql-diagnostic-logs",
  title: "The logs of Azure SQL are kept",
  severity: "medium",
  description:
    "An audit, or a report of what blocks whom, goes nowhere without a diagnostic setting of the server's databases.",
  remediation:
    "Add a monitor.DiagnosticSetting with logs for each database, or for the master database of the server.",
  references: {
    catalogue: ["SQL-30"],
    cis: ["Found6 6.1.4"],
    nist: ["AU-2", "AU-9", "AU-12"],
    docs: [
      "https://learn.microsoft.com/azure/azure-sql/database/metrics-diagnostic-telemetry-logging-streaming-export-configure",
    ],
  },
  appliesTo: ["azure-native:sql:Server"],
  reads: [...diagnosticSettings, "azure-native:sql:Database"],
  check: (stack) =>
    each(stack.ofType(...sqlServers), function* (server) {
      const databases = stack.ofType("azure-native:sql:Database").filter(belongsTo(server));
      const settings = [server, ...databases].flatMap((resource) => diagnosticSettingsOf(stack, resource));
      if (settings.some((setting) => keepsLogs(setting))) return;
      yield {
        path: "",
        message: "no diagnostic setting of the stack keeps logs of the server or its databases",
        resource: server,
      };
    }),
});
