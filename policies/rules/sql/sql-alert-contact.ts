import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "sql-alert-contact",
  title: "Alerts of Azure SQL are mailed to somebody",
  severity: "low",
  enforcement: "advisory",
  description:
    "An alert that only the portal shows is found weeks later. Advice, because alerts may go to Microsoft Sentinel or to the contacts of the subscription.",
  remediation: "Set emailAddresses to those who can act.",
  references: {
    catalogue: ["SQL-16"],
    checkov: ["CKV_AZURE_26"],
    trivy: ["AZU-0018"],
    kics: ["89b79fe5", "tf:sql_server_alert_email_disabled"],
    nist: ["IR-6", "SI-4(5)", "SI-5"],
    docs: ["https://learn.microsoft.com/azure/azure-sql/database/threat-detection-configure"],
  },
  appliesTo: ["azure-native:sql:ServerSecurityAlertPolicy", "azure-native:sql:DatabaseSecurityAlertPolicy"],
  *check({ props }) {
    const addresses = props.at("emailAddresses");
    if (!addresses.items().some((address) => !address.is("")))
      yield addresses.violates("must name somebody who can act");
  },
});
