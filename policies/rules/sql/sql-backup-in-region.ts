import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "sql-backup-in-region",
  title: "Backups of Azure SQL stay in their region",
  severity: "low",
  enforcement: "disabled",
  description:
    "Azure copies backups to the paired region, which may lie in another country, unless it is told otherwise. Off by default, because it contradicts sql-long-term-backup: turn on the one that the data demand.",
  remediation: 'Set requestedBackupStorageRedundancy: "Local" or "Zone".',
  references: {
    catalogue: ["SQL-26"],
    azurePolicy: ["b219b9cf"],
    nist: ["AC-20", "CP-9", "SA-9(5)"],
    docs: [
      "https://learn.microsoft.com/azure/azure-sql/database/automated-backups-overview#backup-storage-redundancy",
    ],
  },
  appliesTo: ["azure-native:sql:Database"],
  check: mustBe("requestedBackupStorageRedundancy", "Local", "Zone"),
});
