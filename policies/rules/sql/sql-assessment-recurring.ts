import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "sql-assessment-recurring",
  title: "Vulnerability assessments of Azure SQL recur",
  severity: "low",
  description: "One that ran once says nothing about what was changed since.",
  remediation: "Set recurringScans: { isEnabled: true, … }.",
  references: {
    catalogue: ["SQL-19"],
    checkov: ["CKV2_AZURE_3"],
    prowler: ["sqlserver_va_periodic_recurring_scans_enabled"],
    nist: ["CA-7", "RA-5"],
    docs: ["https://learn.microsoft.com/azure/defender-for-cloud/sql-azure-vulnerability-assessment-enable"],
  },
  appliesTo: [
    "azure-native:sql:ServerVulnerabilityAssessment",
    "azure-native:sql:DatabaseVulnerabilityAssessment",
  ],
  check: mustBe("recurringScans.isEnabled", true),
});
