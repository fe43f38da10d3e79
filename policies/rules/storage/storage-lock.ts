import { isLocked, managementLocks } from "../../azure/management-lock.ts";
import { storageAccounts } from "../../azure/storage-service.ts";
import { each } from "../../evaluate.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "storage-lock",
  title: "Storage accounts are locked against deletion",
  severity: "low",
  enforcement: "advisory",
  description:
    "A lock keeps anybody from deleting the account outside of Pulumi by a slip. Advice, because a lock on the resource group or the subscription does the same and may stand elsewhere.",
  remediation:
    'Add an authorization.ManagementLockByScope with level: "CanNotDelete" whose scope is the account\'s id output, or a lock of its resource group.',
  references: {
    catalogue: ["STO-25"],
    cis: ["Found6 9.3.9", "Found6 9.3.10"],
    kics: ["tf:azure_storage_account_read_only_lock_missing"],
    nist: ["CM-5", "CP-9"],
    docs: ["https://learn.microsoft.com/azure/azure-resource-manager/management/lock-resources"],
  },
  appliesTo: ["azure-native:storage:StorageAccount"],
  reads: managementLocks,
  check: (stack) =>
    each(stack.ofType(...storageAccounts), function* (account) {
      if (isLocked(stack, account)) return;
      yield {
        path: "",
        message: "no lock of the stack holds the account or its resource group",
        resource: account,
      };
    }),
});
