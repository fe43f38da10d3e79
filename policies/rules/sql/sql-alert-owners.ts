import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "sql-alert-owners",
  title: "Alerts of Azure SQL are mailed to the owners of the subscription",
  severity: "low",
  description: "They learn of an attack even when the address of somebody who left is still on the list.",
  remediation: "Set emailAccountAdmins: true.",
  references: {
    catalogue: ["SQL-17"],
    checkov: ["CKV_AZURE_27"],
    trivy: ["AZU-0023"],
    kics: ["a8852cc0"],
    nist: ["IR-6", "SI-4(5)", "SI-5"],
    docs: ["https://learn.microsoft.com/azure/azure-sql/database/threat-detection-configure"],
  },
  appliesTo: ["azure-native:sql:ServerSecurityAlertPolicy", "azure-native:sql:DatabaseSecurityAlertPolicy"],
  check: mustBe("emailAccountAdmins", true),
});
