import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "mysql-zone-redundant",
  title: "MySQL has a standby in another zone",
  severity: "low",
  enforcement: "advisory",
  description:
    "Without a standby the loss of a zone is an outage until somebody restores a backup. Advice, because it doubles the cost.",
  remediation: 'Set highAvailability.mode: "ZoneRedundant".',
  references: {
    catalogue: ["MYS-10"],
    psrule: ["MySQL.ZoneRedundantHA"],
    azurePolicy: ["493c215d"],
    prowler: ["mysql_flexible_server_high_availability_enabled"],
    nist: ["CP-10", "SC-36"],
    docs: ["https://learn.microsoft.com/azure/mysql/flexible-server/concepts-high-availability"],
  },
  appliesTo: ["azure-native:dbformysql:Server"],
  check: mustBe("highAvailability.mode", "ZoneRedundant"),
});
