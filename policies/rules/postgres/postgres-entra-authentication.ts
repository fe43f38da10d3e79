import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "postgres-entra-authentication",
  title: "PostgreSQL authenticates with Entra ID",
  severity: "high",
  description:
    "Entra tokens are short-lived, belong to one identity and are revoked in one place; the API's default is off.",
  remediation: 'Set authConfig: { activeDirectoryAuth: "Enabled", tenantId, … }.',
  references: {
    catalogue: ["PG-08"],
    psrule: ["PostgreSQL.AAD"],
    azurePolicy: ["ce39a96d"],
    prowler: ["postgresql_flexible_server_entra_id_authentication_enabled"],
    nist: ["AC-2", "IA-2"],
    docs: ["https://learn.microsoft.com/azure/postgresql/flexible-server/concepts-azure-ad-authentication"],
  },
  appliesTo: ["azure-native:dbforpostgresql:Server"],
  check: mustBe("authConfig.activeDirectoryAuth", "Enabled"),
});
