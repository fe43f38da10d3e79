import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "mysql-geo-redundant-backup",
  title: "Backups of MySQL are kept in a second region",
  severity: "medium",
  enforcement: "disabled",
  description:
    "When the region is lost, so are backups that are kept in it. Off by default: it costs, and can be chosen only when the server is made.",
  remediation: 'Set backup.geoRedundantBackup: "Enabled".',
  references: {
    catalogue: ["MYS-09"],
    checkov: ["CKV_AZURE_94"],
    psrule: ["MySQL.GeoRedundantBackup"],
    azurePolicy: ["82339799"],
    prowler: ["mysql_flexible_server_geo_redundant_backup_enabled"],
    nist: ["CP-6", "CP-9"],
    docs: ["https://learn.microsoft.com/azure/mysql/flexible-server/concepts-backup-restore"],
  },
  appliesTo: ["azure-native:dbformysql:Server"],
  check: mustBe("backup.geoRedundantBackup", "Enabled"),
});
