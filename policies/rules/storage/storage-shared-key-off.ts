import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "storage-shared-key-off",
  title: "Storage accounts refuse access keys",
  severity: "high",
  description:
    "An access key opens the whole account, names nobody, and does not expire; by default it is accepted.",
  remediation: "Set allowSharedKeyAccess: false and grant data roles to Entra identities.",
  references: {
    catalogue: ["STO-09"],
    checkov: ["CKV2_AZURE_40"],
    psrule: ["Storage.LocalAuth"],
    azurePolicy: ["8c6a50c6"],
    cis: ["Found6 9.3.1.3"],
    prowler: ["storage_account_key_access_disabled"],
    nist: ["AC-2", "AC-6", "IA-2", "IA-5"],
    pulumi: ["storage-account-shared-key-access"],
    docs: ["https://learn.microsoft.com/azure/storage/common/shared-key-authorization-prevent"],
  },
  appliesTo: ["azure-native:storage:StorageAccount"],
  check: mustBe("allowSharedKeyAccess", false),
});
