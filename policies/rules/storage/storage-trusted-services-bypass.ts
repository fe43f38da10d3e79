import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "storage-trusted-services-bypass",
  title: "Storage firewalls let trusted Microsoft services pass",
  severity: "low",
  description:
    "Backup, logging and monitoring services of Azure reach a closed account only by this exception; the default keeps it.",
  remediation: 'Set networkRuleSet.bypass: "AzureServices", or leave it out.',
  references: {
    catalogue: ["STO-07"],
    checkov: ["CKV_AZURE_36"],
    azurePolicy: ["c9d007d0"],
    cis: ["Found6 9.3.5"],
    trivy: ["AZU-0010"],
    prowler: ["storage_ensure_azure_services_are_trusted_to_access_is_enabled"],
    kics: ["e25b56cd", "tf:trusted_microsoft_services_not_enabled"],
    nist: ["AC-4", "SC-7"],
    docs: [
      "https://learn.microsoft.com/azure/storage/common/storage-network-security-trusted-azure-services",
    ],
  },
  appliesTo: ["azure-native:storage:StorageAccount"],
  *check({ props }) {
    const bypass = props.at("networkRuleSet.bypass");
    const text = bypass.string;
    if (text !== undefined && !/\bAzureServices\b/i.test(text))
      yield bypass.violates("must include AzureServices");
  },
});
