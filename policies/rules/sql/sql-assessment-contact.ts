import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "sql-assessment-contact",
  title: "Vulnerability assessments of Azure SQL are mailed to somebody",
  severity: "low",
  description: "A report that nobody gets repairs nothing.",
  remediation: "Set recurringScans.emails to those who can act.",
  references: {
    catalogue: ["SQL-20"],
    checkov: ["CKV2_AZURE_4"],
    prowler: ["sqlserver_va_scan_reports_configured"],
    nist: ["CA-7", "RA-5", "SI-5"],
    docs: ["https://learn.microsoft.com/azure/defender-for-cloud/sql-azure-vulnerability-assessment-enable"],
  },
  appliesTo: [
    "azure-native:sql:ServerVulnerabilityAssessment",
    "azure-native:sql:DatabaseVulnerabilityAssessment",
  ],
  *check({ props }) {
    const addresses = props.at("recurringScans.emails");
    if (!addresses.items().some((address) => !address.is("")))
      yield addresses.violates("must name somebody who can act");
  },
});
