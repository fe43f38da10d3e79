import { parametersOf } from "../../azure/server-parameter.ts";
import { each } from "../../evaluate.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "mysql-audit-log",
  title: "MySQL logs connections",
  severity: "medium",
  description: "Without the audit log nobody can tell afterwards who signed in, or tried to.",
  remediation:
    'Add dbformysql.Configurations that set audit_log_enabled to "ON" and audit_log_events to a list with CONNECTION.',
  references: {
    catalogue: ["MYS-08"],
    cis: ["Found3 5.3.3", "Found3 5.3.4"],
    prowler: [
      "mysql_flexible_server_audit_log_enabled",
      "mysql_flexible_server_audit_log_connection_activated",
    ],
    kics: ["tf:azure_mysql_audit_log_enabled_manual"],
    nist: ["AU-2", "AU-12"],
    docs: ["https://learn.microsoft.com/azure/mysql/flexible-server/concepts-audit-logs"],
  },
  appliesTo: ["azure-native:dbformysql:Server"],
  reads: ["azure-native:dbformysql:Configuration"],
  check: (stack) =>
    each(stack.ofType("azure-native:dbformysql:Server"), function* (server) {
      const enabled = parametersOf(
        stack,
        server,
        "azure-native:dbformysql:Configuration",
        "audit_log_enabled",
      );
      if (!enabled.some((value) => value.is("ON"))) {
        yield {
          path: "",
          message: "the stack does not turn on audit_log_enabled for the server",
          resource: server,
        };
        return;
      }
      const events = parametersOf(stack, server, "azure-native:dbformysql:Configuration", "audit_log_events");
      if (!events.some((value) => /(^|,)\s*CONNECTION\s*(,|$)/i.test(value.string ?? "")))
        yield {
          path: "",
          message: "audit_log_events of the server does not include CONNECTION",
          resource: server,
        };
    }),
});
