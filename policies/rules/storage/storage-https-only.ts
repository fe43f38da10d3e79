import { mustNotBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "storage-https-only",
  title: "Storage accounts accept HTTPS only",
  severity: "high",
  description:
    "Over plain HTTP, and over SMB without encryption, keys, tokens and data can be read on the way. New accounts refuse it by default; old API versions do not.",
  remediation: "Set enableHttpsTrafficOnly: true, or leave it out.",
  references: {
    catalogue: ["STO-01"],
    checkov: ["CKV_AZURE_3"],
    psrule: ["Storage.SecureTransfer"],
    azurePolicy: ["404c3081"],
    cis: ["Found6 9.3.4"],
    trivy: ["AZU-0008"],
    prowler: ["storage_secure_transfer_required_is_enabled"],
    kics: ["1367dd13", "cb8e4bf0", "tf:storage_account_not_forcing_https"],
    nist: ["SC-8", "SC-8(1)"],
    pulumi: ["storage-account-https-only"],
    docs: ["https://learn.microsoft.com/azure/storage/common/storage-require-secure-transfer"],
  },
  appliesTo: ["azure-native:storage:StorageAccount"],
  repairs: { enableHttpsTrafficOnly: true },
  check: mustNotBe("enableHttpsTrafficOnly", false),
});
