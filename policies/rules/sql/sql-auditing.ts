import type { TypePattern } from "../../resource-type.ts";
import { stackRule } from "../../rule.ts";

const auditingPolicies: readonly TypePattern[] = [
  "azure-native:sql:ServerBlobAuditingPolicy",
  "azure-native:sql:ExtendedServerBlobAuditingPolicy",
];

export default stackRule({
  id: "sql-auditing",
  title: "Azure SQL servers are audited",
  severity: "high",
  description:
    "Without an audit nobody can tell who read or changed what after the fact; auditing is a resource of its own and easily forgotten.",
  remediation:
    'Add a ServerBlobAuditingPolicy or ExtendedServerBlobAuditingPolicy with state: "Enabled" whose serverName is the server\'s name output.',
  references: {
    catalogue: ["SQL-11"],
    checkov: ["CKV_AZURE_23"],
    psrule: ["SQL.Auditing"],
    azurePolicy: ["a6fb4358"],
    cis: ["Found3 5.1.1"],
    trivy: ["AZU-0027"],
    prowler: ["sqlserver_auditing_enabled"],
    kics: [
      "e055285c",
      "tf:mssql_server_auditing_disabled",
      "tf:sql_server_auditing_disabled",
      "tf:sql_database_audit_disabled",
    ],
    nist: ["AU-2", "AU-6", "AU-12"],
    pulumi: ["sql-server-audit-logging"],
    docs: ["https://learn.microsoft.com/azure/azure-sql/database/auditing-overview"],
  },
  appliesTo: ["azure-native:sql:Server"],
  reads: auditingPolicies,
  *check(stack) {
    const policies = stack.ofType(...auditingPolicies);
    for (const server of stack.ofType("azure-native:sql:Server")) {
      const auditing = policies.filter((policy) => policy.dependenciesOf("serverName").includes(server.urn));
      if (!auditing.some((policy) => policy.props.at("state").is("Enabled"))) {
        yield {
          path: "",
          message:
            auditing.length === 0
              ? "no auditing policy refers to the server"
              : "the server's auditing policy is not enabled",
          resource: server,
        };
      }
    }
  },
});
