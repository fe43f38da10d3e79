import { leftOn } from "../../azure/postgres-parameter.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "postgres-log-connections",
  title: "PostgreSQL logs who connects",
  severity: "medium",
  description:
    "Without it nobody can tell afterwards who signed in, or tried to. log_connections is on by default.",
  remediation: 'Remove the parameter log_connections, or set it to "on".',
  references: {
    catalogue: ["PG-11"],
    checkov: ["CKV_AZURE_31"],
    azurePolicy: ["086709ac"],
    cis: ["Found3 5.2.6"],
    trivy: ["AZU-0019"],
    prowler: ["postgresql_flexible_server_log_connections_on"],
    kics: ["e69bda39", "tf:postgresql_log_connections_not_set"],
    nist: ["AU-2", "AU-12"],
    docs: [
      "https://learn.microsoft.com/azure/postgresql/monitor/concepts-logging",
      "https://learn.microsoft.com/azure/postgresql/server-parameters/concepts-server-parameters",
    ],
  },
  appliesTo: ["azure-native:dbforpostgresql:Configuration"],
  check: leftOn("log_connections"),
});
