import { fewFirewallRules, firewallRuleLimit } from "../../azure/firewall-rule-count.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "sql-few-firewall-rules",
  title: "Azure SQL has few firewall rules",
  severity: "low",
  description: "A list that nobody can read through holds addresses that nobody needs any more.",
  remediation: "Remove rules that are not needed, or reach the server through a private endpoint.",
  references: {
    catalogue: ["SQL-05"],
    psrule: ["SQL.FirewallRuleCount"],
    nist: ["AC-4", "CM-7", "SC-7"],
    docs: ["https://learn.microsoft.com/azure/azure-sql/database/firewall-configure"],
  },
  appliesTo: ["azure-native:sql:Server"],
  reads: ["azure-native:sql:FirewallRule"],
  parameters: firewallRuleLimit,
  check: fewFirewallRules("azure-native:sql:Server", "azure-native:sql:FirewallRule"),
});
