import { blobServices, holdsBlobs, serviceOf, storageAccounts } from "../../azure/storage-service.ts";
import { each } from "../../evaluate.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "storage-blob-versioning",
  title: "Blobs are versioned or immutable",
  severity: "low",
  enforcement: "advisory",
  description:
    "Versions bring back what was overwritten, and immutability lets nobody overwrite or delete at all. Not every account is worth the price, which is why this is advice.",
  remediation:
    "Set isVersioningEnabled: true in the account's storage.BlobServiceProperties, or immutableStorageWithVersioning: { enabled: true } on the account.",
  references: {
    catalogue: ["STO-20"],
    cis: ["Found6 9.2.3"],
    prowler: ["storage_blob_versioning_is_enabled"],
    kics: [
      "tf:azure_storage_account_versioning_disabled",
      "tf:azure_storage_container_immutability_not_locked",
    ],
    nist: ["CP-9", "SI-7"],
    pulumi: ["storage-account-versioning-enabled"],
    docs: [
      "https://learn.microsoft.com/azure/storage/blobs/versioning-overview",
      "https://learn.microsoft.com/azure/storage/blobs/immutable-storage-overview",
    ],
  },
  appliesTo: ["azure-native:storage:StorageAccount"],
  reads: [...blobServices],
  check: (stack) =>
    each(stack.ofType(...storageAccounts), function* (account) {
      if (!holdsBlobs(account) || account.props.at("isHnsEnabled").is(true)) return;
      if (account.props.at("immutableStorageWithVersioning.enabled").is(true)) return;
      const services = serviceOf(stack, account, blobServices);
      if (services.some(({ props }) => props.at("isVersioningEnabled").is(true))) return;
      yield {
        path: "",
        message: "the stack neither turns on versioning for the account nor makes it immutable",
        resource: account,
      };
    }),
});
