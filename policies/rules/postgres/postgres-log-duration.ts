import { parameterRequired, postgresParameters } from "../../azure/postgres-parameter.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "postgres-log-duration",
  title: "PostgreSQL logs how long statements take",
  severity: "low",
  enforcement: "disabled",
  description:
    "A statement that suddenly takes long may read more than it should. Off by default, because it writes a line for every statement, and log_min_duration_statement tells of the slow ones alone.",
  remediation: 'Add a dbforpostgresql.Configuration that sets log_duration to "on".',
  references: {
    catalogue: ["PG-24"],
    azurePolicy: ["eb6f77b9"],
    kics: ["tf:postgresql_log_duration_not_set"],
    nist: ["AU-2", "AU-3"],
    docs: ["https://learn.microsoft.com/azure/postgresql/monitor/concepts-logging"],
  },
  appliesTo: ["azure-native:dbforpostgresql:Server"],
  reads: [postgresParameters],
  check: parameterRequired("log_duration", (value) => value.is("on"), 'must be "on"'),
});
