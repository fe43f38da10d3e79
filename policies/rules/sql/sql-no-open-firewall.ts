import { admitsNearlyEveryone } from "../../azure/firewall-range.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "sql-no-open-firewall",
  title: "No Azure SQL firewall rule admits the whole Internet",
  severity: "critical",
  description: "A range wider than a /8 restricts nobody who matters.",
  remediation: "Name the few addresses that need access, or reach the server through a private endpoint.",
  references: {
    catalogue: ["SQL-03"],
    checkov: ["CKV_AZURE_11", "CKV2_AZURE_34"],
    psrule: ["SQL.FirewallIPRange"],
    cis: ["Found3 5.1.2"],
    trivy: ["AZU-0029"],
    prowler: ["sqlserver_unrestricted_inbound_access"],
    kics: ["6a3201a5", "tf:sql_server_ingress_from_any_ip", "tf:unrestricted_sql_server_access"],
    nist: ["AC-4", "SC-7", "SC-7(5)"],
    docs: ["https://learn.microsoft.com/azure/azure-sql/database/firewall-configure"],
  },
  appliesTo: ["azure-native:sql:FirewallRule"],
  *check(resource) {
    if (admitsNearlyEveryone(resource)) {
      yield resource.props.at("endIpAddress").violates("must not lie so far from startIpAddress");
    }
  },
});
