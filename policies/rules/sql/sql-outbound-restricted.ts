import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "sql-outbound-restricted",
  title: "Azure SQL reaches no other services than those it may",
  severity: "medium",
  description:
    "A server that may write to any storage account, or restore to any server, is a way out for data.",
  remediation:
    'Set restrictOutboundNetworkAccess: "Enabled", with a sql.OutboundFirewallRule for each service that it needs.',
  references: {
    catalogue: ["SQL-29"],
    nist: ["AC-4", "SC-7", "SC-7(10)"],
    pulumi: ["sql-server-restrict-outbound-access"],
    docs: ["https://learn.microsoft.com/azure/azure-sql/database/outbound-firewall-rule-overview"],
  },
  appliesTo: ["azure-native:sql:Server"],
  check: mustBe("restrictOutboundNetworkAccess", "Enabled"),
});
