import { each } from "../../evaluate.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "sql-all-alerts",
  title: "No kind of alert of Azure SQL is turned off",
  severity: "medium",
  description: "An attack of the kind that is turned off is seen and told to nobody.",
  remediation: "Leave out disabledAlerts, or set it to [].",
  references: {
    catalogue: ["SQL-15"],
    checkov: ["CKV_AZURE_25"],
    trivy: ["AZU-0028"],
    kics: ["574e8d82"],
    nist: ["SI-4", "SI-5"],
    docs: ["https://learn.microsoft.com/azure/azure-sql/database/threat-detection-overview"],
  },
  appliesTo: ["azure-native:sql:ServerSecurityAlertPolicy", "azure-native:sql:DatabaseSecurityAlertPolicy"],
  check: ({ props }) =>
    each(props.at("disabledAlerts").items(), function* (alert) {
      // Azure itself reports a list with an empty name.
      if (alert.isSet && !alert.is("")) yield alert.violates("must be left out");
    }),
});
