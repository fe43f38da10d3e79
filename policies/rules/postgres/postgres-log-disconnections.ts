import { leftOn } from "../../azure/postgres-parameter.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "postgres-log-disconnections",
  title: "PostgreSQL logs who disconnects",
  severity: "low",
  description:
    "Without it nobody can tell afterwards how long somebody was there. log_disconnections is on by default.",
  remediation: 'Remove the parameter log_disconnections, or set it to "on".',
  references: {
    catalogue: ["PG-12"],
    azurePolicy: ["1d14b021"],
    cis: ["Found3 5.2.7"],
    prowler: ["postgresql_flexible_server_log_disconnections_on"],
    kics: ["tf:postgresql_log_disconnections_not_set"],
    nist: ["AU-2", "AU-12"],
    docs: [
      "https://learn.microsoft.com/azure/postgresql/monitor/concepts-logging",
      "https://learn.microsoft.com/azure/postgresql/server-parameters/concepts-server-parameters",
    ],
  },
  appliesTo: ["azure-native:dbforpostgresql:Configuration"],
  check: leftOn("log_disconnections"),
});
