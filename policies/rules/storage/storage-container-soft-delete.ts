import { blobServices, holdsBlobs, softDeleteDays, softDeleteRequired } from "../../azure/storage-service.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "storage-container-soft-delete",
  title: "Deleted blob containers are kept",
  severity: "medium",
  description:
    "Soft delete of blobs does not cover the deletion of their container, which takes all of them along.",
  remediation:
    "Set containerDeleteRetentionPolicy: { enabled: true, days: 7 } or more days in the account's storage.BlobServiceProperties.",
  references: {
    catalogue: ["STO-18"],
    psrule: ["Storage.ContainerSoftDelete"],
    cis: ["Found6 9.2.2"],
    kics: ["tf:containers_without_soft_delete"],
    nist: ["CP-9", "CP-10"],
    docs: ["https://learn.microsoft.com/azure/storage/blobs/soft-delete-container-overview"],
  },
  appliesTo: ["azure-native:storage:StorageAccount"],
  reads: blobServices,
  parameters: softDeleteDays,
  check: softDeleteRequired(blobServices, "containerDeleteRetentionPolicy", holdsBlobs),
});
