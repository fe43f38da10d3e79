import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "sql-entra-only-authentication",
  title: "Azure SQL refuses SQL logins",
  severity: "high",
  description: "As long as SQL logins work, a leaked password works too.",
  remediation: "Set administrators: { azureADOnlyAuthentication: true, … } and leave administratorLogin out.",
  references: {
    catalogue: ["SQL-08"],
    psrule: ["SQL.AADOnly"],
    azurePolicy: ["b3a22bc9", "abda6d70"],
    nist: ["AC-2", "IA-2", "IA-5(1)"],
    docs: [
      "https://learn.microsoft.com/azure/azure-sql/database/authentication-azure-ad-only-authentication",
    ],
  },
  appliesTo: ["azure-native:sql:Server"],
  check: mustBe("administrators.azureADOnlyAuthentication", true),
});
