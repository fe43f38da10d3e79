import { admitsAzureServices, admitsNearlyEveryone } from "../../azure/firewall-range.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "mysql-no-open-firewall",
  title: "MySQL firewalls admit neither everybody nor all of Azure",
  severity: "critical",
  description:
    "A rule for nearly every address is no firewall; the range 0.0.0.0 admits every machine in Azure, those of other customers included.",
  remediation:
    "Narrow startIpAddress and endIpAddress to the addresses that need access; better, use a private endpoint.",
  references: {
    catalogue: ["MYS-03"],
    checkov: ["CKV_AZURE_11"],
    psrule: ["MySQL.FirewallIPRange", "MySQL.AllowAzureAccess", "MySQL.FirewallRuleCount"],
    trivy: ["AZU-0029"],
    nist: ["AC-4", "SC-7"],
    docs: ["https://learn.microsoft.com/azure/mysql/flexible-server/concepts-networking-public"],
  },
  appliesTo: ["azure-native:dbformysql:FirewallRule", "azure-native:dbformysql:SingleServerFirewallRule"],
  *check(resource) {
    if (admitsNearlyEveryone(resource))
      yield resource.props.at("endIpAddress").violates("must not end a range of more than a /8");
    if (admitsAzureServices(resource))
      yield resource.props.at("startIpAddress").violates("must not be 0.0.0.0, which admits all of Azure");
  },
});
