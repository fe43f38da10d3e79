import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "postgres-geo-redundant-backup",
  title: "PostgreSQL backups are geo-redundant",
  severity: "medium",
  description:
    "A backup that is kept in the region of its server is lost together with the region. It can be chosen at creation only.",
  remediation:
    'Set backup: { geoRedundantBackup: "Enabled" } for data that must survive the loss of a region.',
  references: {
    catalogue: ["PG-18"],
    checkov: ["CKV_AZURE_136", "CKV_AZURE_102"],
    psrule: ["PostgreSQL.GeoRedundantBackup"],
    azurePolicy: ["cee2f9fd"],
    prowler: ["postgresql_flexible_server_geo_redundant_backup_enabled"],
    kics: ["tf:geo_redundancy_is_disabled"],
    nist: ["CP-6", "CP-9"],
    docs: ["https://learn.microsoft.com/azure/postgresql/flexible-server/concepts-backup-restore"],
  },
  enforcement: "disabled",
  appliesTo: ["azure-native:dbforpostgresql:Server"],
  check: mustBe("backup.geoRedundantBackup", "Enabled"),
});
