import { admitsAzureServices } from "../../azure/firewall-range.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "sql-no-azure-services-firewall",
  title: "No Azure SQL firewall rule admits all of Azure",
  severity: "high",
  description:
    "The range 0.0.0.0 to 0.0.0.0 means every service in Azure, those of other customers included.",
  remediation: "Remove the rule and reach the server through a private endpoint.",
  references: {
    catalogue: ["SQL-04"],
    psrule: ["SQL.AllowAzureAccess"],
    nist: ["AC-4", "SC-7"],
    docs: [
      "https://learn.microsoft.com/azure/azure-sql/database/firewall-configure#connections-from-inside-azure",
    ],
  },
  appliesTo: ["azure-native:sql:FirewallRule"],
  *check(resource) {
    if (admitsAzureServices(resource))
      yield resource.props.at("startIpAddress").violates("must not be 0.0.0.0");
  },
});
