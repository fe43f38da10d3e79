import { admitsAzureServices } from "../../azure/firewall-range.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "postgres-no-azure-services-firewall",
  title: "No PostgreSQL firewall rule admits all of Azure",
  severity: "high",
  description:
    "The range 0.0.0.0 to 0.0.0.0 means every service in Azure, those of other customers included.",
  remediation: "Remove the rule and reach the server through its private network.",
  references: {
    catalogue: ["PG-04"],
    checkov: ["CKV2_AZURE_6"],
    psrule: ["PostgreSQL.AllowAzureAccess"],
    cis: ["Found3 5.2.5"],
    prowler: ["postgresql_flexible_server_allow_access_services_disabled"],
    nist: ["AC-4", "SC-7"],
    docs: ["https://learn.microsoft.com/azure/postgresql/flexible-server/concepts-firewall-rules"],
  },
  appliesTo: ["azure-native:dbforpostgresql:FirewallRule"],
  *check(resource) {
    if (admitsAzureServices(resource))
      yield resource.props.at("startIpAddress").violates("must not be 0.0.0.0");
  },
});
