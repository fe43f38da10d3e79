import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "cosmosdb-continuous-backup",
  title: "Cosmos DB is backed up continuously",
  severity: "medium",
  description:
    "With periodic backups only Azure's support can restore, and what was written since the last one is lost.",
  remediation: 'Set backupPolicy: { type: "Continuous" }.',
  references: {
    catalogue: ["COS-09"],
    psrule: ["Cosmos.ContinuousBackup"],
    prowler: ["cosmosdb_account_backup_policy_continuous"],
    nist: ["CP-9", "CP-10"],
    pulumi: ["cosmos-db-backup-policies", "cosmos-db-pitr-enabled"],
    docs: ["https://learn.microsoft.com/azure/cosmos-db/continuous-backup-restore-introduction"],
  },
  appliesTo: ["azure-native:cosmosdb:DatabaseAccount", "azure-native:documentdb:DatabaseAccount"],
  check: mustBe("backupPolicy.type", "Continuous"),
});
