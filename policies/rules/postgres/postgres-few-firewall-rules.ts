import { fewFirewallRules, firewallRuleLimit } from "../../azure/firewall-rule-count.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "postgres-few-firewall-rules",
  title: "PostgreSQL has few firewall rules",
  severity: "low",
  description: "A list that nobody can read through holds addresses that nobody needs any more.",
  remediation: "Remove rules that are not needed, or reach the server through its private network.",
  references: {
    catalogue: ["PG-05"],
    psrule: ["PostgreSQL.FirewallRuleCount"],
    nist: ["AC-4", "CM-7", "SC-7"],
    docs: ["https://learn.microsoft.com/azure/postgresql/flexible-server/concepts-firewall-rules"],
  },
  appliesTo: ["azure-native:dbforpostgresql:Server"],
  reads: ["azure-native:dbforpostgresql:FirewallRule"],
  parameters: firewallRuleLimit,
  check: fewFirewallRules("azure-native:dbforpostgresql:Server", "azure-native:dbforpostgresql:FirewallRule"),
});
