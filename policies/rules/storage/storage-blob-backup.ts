import { holdsBlobs, storageAccounts } from "../../azure/storage-service.ts";
import { each } from "../../evaluate.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "storage-blob-backup",
  title: "Blobs are backed up",
  severity: "low",
  enforcement: "advisory",
  description:
    "A backup vault keeps restore points that whoever controls the account cannot delete. Advice, because not all data is worth a second copy.",
  remediation:
    "Add a dataprotection.BackupInstance whose properties.dataSourceInfo.resourceID is the account's id output.",
  references: {
    catalogue: ["STO-24"],
    azurePolicy: ["4510daf9"],
    nist: ["CP-9", "CP-10"],
    docs: ["https://learn.microsoft.com/azure/backup/blob-backup-overview"],
  },
  appliesTo: ["azure-native:storage:StorageAccount"],
  reads: ["azure-native:dataprotection:BackupInstance"],
  check: (stack) =>
    each(stack.ofType(...storageAccounts), function* (account) {
      const backups = stack.ofType("azure-native:dataprotection:BackupInstance");
      if (
        !holdsBlobs(account) ||
        backups.some((backup) => backup.dependenciesOf("properties").includes(account.urn))
      )
        return;
      yield { path: "", message: "no backup instance of the stack refers to the account", resource: account };
    }),
});
