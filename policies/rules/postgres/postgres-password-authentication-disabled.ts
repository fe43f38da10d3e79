import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "postgres-password-authentication-disabled",
  title: "PostgreSQL refuses passwords",
  severity: "high",
  description: "As long as passwords work, a leaked one works too; the API's default is on.",
  remediation: 'Set authConfig: { activeDirectoryAuth: "Enabled", passwordAuth: "Disabled", tenantId }.',
  references: {
    catalogue: ["PG-09"],
    psrule: ["PostgreSQL.AADOnly"],
    azurePolicy: ["fa498b91"],
    nist: ["AC-2", "IA-2", "IA-5(1)"],
    docs: [
      "https://learn.microsoft.com/azure/postgresql/flexible-server/how-to-configure-sign-in-azure-ad-authentication",
    ],
  },
  appliesTo: ["azure-native:dbforpostgresql:Server"],
  check: mustBe("authConfig.passwordAuth", "Disabled"),
});
