import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "storage-minimum-tls",
  title: "Storage accounts accept TLS 1.2 or later only",
  severity: "high",
  description:
    "TLS 1.0 and 1.1 have known weaknesses; the API's default for an account that names no version is TLS 1.0.",
  remediation: 'Set minimumTlsVersion: "TLS1_2".',
  references: {
    catalogue: ["STO-02"],
    checkov: ["CKV_AZURE_44"],
    psrule: ["Storage.MinTLS"],
    azurePolicy: ["fe83a0eb"],
    cis: ["Found6 9.3.6"],
    trivy: ["AZU-0011", "AZU-0059"],
    prowler: ["storage_ensure_minimum_tls_version_12"],
    kics: ["tf:storage_account_not_using_latest_tls_encryption_version"],
    nist: ["SC-8", "SC-8(1)", "SC-13"],
    pulumi: ["storage-account-minimum-tls"],
    docs: [
      "https://learn.microsoft.com/azure/storage/common/transport-layer-security-configure-minimum-version",
    ],
  },
  appliesTo: ["azure-native:storage:StorageAccount"],
  repairs: { minimumTlsVersion: "TLS1_2" },
  check: mustBe("minimumTlsVersion", "TLS1_2", "TLS1_3"),
});
