import { serverParameter } from "../../azure/server-parameter.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "postgres-secure-transport",
  title: "PostgreSQL accepts TLS connections only",
  severity: "high",
  description:
    "require_secure_transport is on by default; turning it off lets credentials and data cross the network in plain text.",
  remediation: 'Remove the parameter require_secure_transport, or set it to "on".',
  references: {
    catalogue: ["PG-06"],
    checkov: ["CKV_AZURE_29"],
    psrule: ["PostgreSQL.UseSSL"],
    azurePolicy: ["c29c38cb"],
    cis: ["Found3 5.2.1"],
    trivy: ["AZU-0020"],
    prowler: ["postgresql_flexible_server_enforce_ssl_enabled"],
    kics: ["bf500309", "tf:postgres_enforce_ssl_connection_disabled", "tf:ssl_enforce_is_disabled"],
    nist: ["SC-8", "SC-8(1)"],
    pulumi: ["postgresql-ssl-enforcement"],
    docs: ["https://learn.microsoft.com/azure/postgresql/flexible-server/concepts-networking-ssl-tls"],
  },
  appliesTo: ["azure-native:dbforpostgresql:Configuration"],
  *check(resource) {
    const value = serverParameter(resource, "require_secure_transport");
    if (value?.isSet === true && !value.is("on")) yield value.violates('must be "on"');
  },
});
