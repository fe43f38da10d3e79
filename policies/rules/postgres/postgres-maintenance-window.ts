import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "postgres-maintenance-window",
  title: "PostgreSQL is maintained at a chosen time",
  severity: "low",
  enforcement: "advisory",
  description:
    "Otherwise Azure restarts the server at a time of its own. Advice, because it is no matter of security.",
  remediation: 'Set maintenanceWindow: { customWindow: "Enabled", dayOfWeek, startHour, startMinute }.',
  references: {
    catalogue: ["PG-20"],
    psrule: ["PostgreSQL.MaintenanceWindow"],
    nist: ["MA-2"],
    docs: ["https://learn.microsoft.com/azure/postgresql/flexible-server/concepts-maintenance"],
  },
  appliesTo: ["azure-native:dbforpostgresql:Server"],
  check: mustBe("maintenanceWindow.customWindow", "Enabled"),
});
