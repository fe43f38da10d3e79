import { resourceRule } from "../../rule.ts";

/** Days; Azure keeps between 7, its default, and 35. */
const shortestRetention = 14;

export default resourceRule({
  id: "postgres-backup-retention",
  title: "PostgreSQL keeps backups for 14 days or longer",
  severity: "medium",
  description:
    "Azure's default of 7 days is shorter than it often takes to notice that data has been damaged.",
  remediation: "Set backup: { backupRetentionDays: 14 } or more, up to 35.",
  references: {
    catalogue: ["X-15"],
    docs: ["https://learn.microsoft.com/azure/postgresql/flexible-server/concepts-backup-restore"],
  },
  appliesTo: ["azure-native:dbforpostgresql:Server"],
  *check({ props }) {
    // A replica or a restored server takes the setting of its source until it is told otherwise.
    if (props.at("createMode").is("Replica", "PointInTimeRestore", "GeoRestore")) return;
    const days = props.at("backup.backupRetentionDays");
    if ((days.number ?? 0) < shortestRetention) yield days.violates(`must be ${shortestRetention} or more`);
  },
});
