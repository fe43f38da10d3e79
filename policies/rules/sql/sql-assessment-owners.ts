import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "sql-assessment-owners",
  title: "Vulnerability assessments of Azure SQL are mailed to the owners of the subscription",
  severity: "low",
  description: "They learn of a finding even when the address of somebody who left is still on the list.",
  remediation: "Set recurringScans.emailSubscriptionAdmins: true.",
  references: {
    catalogue: ["SQL-21"],
    checkov: ["CKV2_AZURE_5"],
    prowler: ["sqlserver_va_emails_notifications_admins_enabled"],
    nist: ["CA-7", "RA-5", "SI-5"],
    docs: ["https://learn.microsoft.com/azure/defender-for-cloud/sql-azure-vulnerability-assessment-enable"],
  },
  appliesTo: [
    "azure-native:sql:ServerVulnerabilityAssessment",
    "azure-native:sql:DatabaseVulnerabilityAssessment",
  ],
  check: mustBe("recurringScans.emailSubscriptionAdmins", true),
});
