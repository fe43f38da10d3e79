import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "postgres-zone-redundant",
  title: "PostgreSQL has a standby in another zone",
  severity: "low",
  enforcement: "advisory",
  description:
    "Without a standby the loss of a zone is an outage until somebody restores a backup. Advice, because it doubles the cost.",
  remediation: 'Set highAvailability.mode: "ZoneRedundant".',
  references: {
    catalogue: ["PG-19"],
    psrule: ["PostgreSQL.ZoneRedundantHA"],
    azurePolicy: ["493c215d"],
    prowler: ["postgresql_flexible_server_high_availability_enabled"],
    nist: ["CP-10", "SC-36"],
    docs: ["https://learn.microsoft.com/azure/reliability/reliability-postgresql-flexible-server"],
  },
  appliesTo: ["azure-native:dbforpostgresql:Server"],
  check: mustBe("highAvailability.mode", "ZoneRedundant"),
});
