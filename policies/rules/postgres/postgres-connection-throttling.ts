import { parameterRequired, postgresParameters } from "../../azure/postgres-parameter.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "postgres-connection-throttling",
  title: "PostgreSQL slows down who guesses passwords",
  severity: "low",
  description:
    "The server then holds back an address from which too many sign-ins fail; Azure leaves it off.",
  remediation: 'Add a dbforpostgresql.Configuration that sets connection_throttle.enable to "on".',
  references: {
    catalogue: ["PG-13"],
    checkov: ["CKV_AZURE_32"],
    cis: ["Found3 5.2.3"],
    trivy: ["AZU-0021"],
    prowler: ["postgresql_flexible_server_connection_throttling_on"],
    kics: ["a6d774b6", "tf:postgresql_server_without_connection_throttling"],
    nist: ["AC-7", "SC-5"],
    docs: ["https://learn.microsoft.com/azure/postgresql/server-parameters/concepts-server-parameters"],
  },
  appliesTo: ["azure-native:dbforpostgresql:Server"],
  reads: [postgresParameters],
  check: parameterRequired("connection_throttle.enable", (value) => value.is("on"), 'must be "on"'),
});
