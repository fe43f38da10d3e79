import {
  fileServices,
  holdsFiles,
  serviceOf,
  softDeleteDays,
  softDeleteRequired,
} from "../../azure/storage-service.ts";
import { stackRule } from "../../rule.ts";
import type { ResourceView } from "../../view.ts";
import type { StackView } from "../../view.ts";

/** An account without a share of this stack needs no policy of shares, unless it can hold nothing else. */
function holdsShares(stack: StackView, account: ResourceView): boolean {
  return (
    account.props.at("kind").is("FileStorage") ||
    serviceOf(stack, account, ["azure-native:storage:FileShare", ...fileServices]).length > 0
  );
}

export default stackRule({
  id: "storage-share-soft-delete",
  title: "Deleted file shares are kept",
  severity: "medium",
  description: "A deleted share takes its snapshots along, unless the account keeps deleted shares.",
  remediation:
    "Add a storage.FileServiceProperties for the account with shareDeleteRetentionPolicy: { enabled: true, days: 7 } or more days.",
  references: {
    catalogue: ["STO-19"],
    psrule: ["Storage.FileShareSoftDelete"],
    cis: ["Found6 9.1.1"],
    prowler: ["storage_ensure_file_shares_soft_delete_is_enabled"],
    nist: ["CP-9", "CP-10"],
    docs: ["https://learn.microsoft.com/azure/storage/files/storage-files-prevent-file-share-deletion"],
  },
  appliesTo: ["azure-native:storage:StorageAccount"],
  reads: [...fileServices, "azure-native:storage:FileShare"],
  parameters: softDeleteDays,
  check: (stack, parameters) =>
    softDeleteRequired(
      fileServices,
      "shareDeleteRetentionPolicy",
      (account) => holdsFiles(account) && holdsShares(stack, account),
    )(stack, parameters),
});
