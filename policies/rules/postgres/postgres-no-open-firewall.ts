import { admitsNearlyEveryone } from "../../azure/firewall-range.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "postgres-no-open-firewall",
  title: "No PostgreSQL firewall rule admits the whole Internet",
  severity: "critical",
  description: "A range wider than a /8 restricts nobody who matters.",
  remediation: "Name the few addresses that need access, or reach the server through its private network.",
  references: {
    catalogue: ["PG-03"],
    checkov: ["CKV2_AZURE_26"],
    psrule: ["PostgreSQL.FirewallIPRange"],
    trivy: ["AZU-0029"],
    nist: ["AC-4", "SC-7", "SC-7(5)"],
    docs: ["https://learn.microsoft.com/azure/postgresql/flexible-server/concepts-firewall-rules"],
  },
  appliesTo: ["azure-native:dbforpostgresql:FirewallRule"],
  *check(resource) {
    if (admitsNearlyEveryone(resource)) {
      yield resource.props.at("endIpAddress").violates("must not lie so far from startIpAddress");
    }
  },
});
