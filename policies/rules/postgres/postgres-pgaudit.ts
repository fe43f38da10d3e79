import { lists, parameterRequired, postgresParameters } from "../../azure/postgres-parameter.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "postgres-pgaudit",
  title: "PostgreSQL is audited by pgAudit",
  severity: "medium",
  description: "The log of connections says who was there; only pgAudit says who changed a table or a role.",
  remediation:
    'Add dbforpostgresql.Configurations that set azure.extensions and shared_preload_libraries to lists with pgaudit, and pgaudit.log to the classes of statements, such as "ddl,role".',
  references: {
    catalogue: ["PG-15"],
    azurePolicy: ["4eb5e667"],
    nist: ["AU-2", "AU-3", "AU-12"],
    docs: ["https://learn.microsoft.com/azure/postgresql/security/security-audit"],
  },
  appliesTo: ["azure-native:dbforpostgresql:Server"],
  reads: [postgresParameters],
  *check(stack) {
    yield* parameterRequired(
      "shared_preload_libraries",
      (value) => lists(value, "pgaudit"),
      "must hold pgaudit",
    )(stack);
    yield* parameterRequired(
      "pgaudit.log",
      (value) => value.isSet && !value.is("", "none"),
      'must name classes of statements, such as "ddl,role"',
    )(stack);
  },
});
