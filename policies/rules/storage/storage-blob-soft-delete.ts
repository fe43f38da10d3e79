import { blobServices, holdsBlobs, softDeleteDays, softDeleteRequired } from "../../azure/storage-service.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "storage-blob-soft-delete",
  title: "Deleted blobs are kept",
  severity: "medium",
  description:
    "Without soft delete an overwritten or deleted blob is gone at once, be it by mistake or by an attacker.",
  remediation:
    "Add a storage.BlobServiceProperties for the account with deleteRetentionPolicy: { enabled: true, days: 7 } or more days.",
  references: {
    catalogue: ["STO-17"],
    checkov: ["CKV2_AZURE_38"],
    psrule: ["Storage.SoftDelete"],
    cis: ["Found6 9.2.1"],
    trivy: ["AZU-0056"],
    prowler: ["storage_ensure_soft_delete_is_enabled"],
    kics: ["tf:blob_storage_without_soft_delete"],
    nist: ["CP-9", "CP-10"],
    pulumi: ["blob-service-lifecycle"],
    docs: ["https://learn.microsoft.com/azure/storage/blobs/soft-delete-blob-overview"],
  },
  appliesTo: ["azure-native:storage:StorageAccount"],
  reads: blobServices,
  parameters: softDeleteDays,
  check: softDeleteRequired(blobServices, "deleteRetentionPolicy", holdsBlobs),
});
