import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "storage-anonymous-access-off",
  title: "Storage accounts forbid anonymous access to blobs",
  severity: "critical",
  description:
    "With it, one setting of one container opens its blobs to the whole Internet, without a key or a token.",
  remediation: "Set allowBlobPublicAccess: false.",
  references: {
    catalogue: ["STO-03"],
    checkov: ["CKV_AZURE_190", "CKV2_AZURE_47"],
    psrule: ["Storage.BlobPublicAccess"],
    azurePolicy: ["4fa4b6c0"],
    cis: ["Found6 9.3.8"],
    prowler: ["storage_blob_public_access_level_is_disabled"],
    kics: ["tf:public_storage_account"],
    nist: ["AC-3", "AC-14"],
    pulumi: ["storage-account-public-access"],
    docs: ["https://learn.microsoft.com/azure/storage/blobs/anonymous-read-access-prevent"],
  },
  appliesTo: ["azure-native:storage:StorageAccount"],
  repairs: { allowBlobPublicAccess: false },
  check: mustBe("allowBlobPublicAccess", false),
});
