import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "keyvault-purge-protection",
  title: "Key Vault has purge protection",
  severity: "high",
  description:
    "Without it whoever may delete the vault may destroy every key and secret for good, and the data they encrypt.",
  remediation: "Set properties.enablePurgeProtection: true. It cannot be turned off again.",
  references: {
    catalogue: ["KV-01"],
    checkov: ["CKV_AZURE_110", "CKV_AZURE_42"],
    psrule: ["KeyVault.PurgeProtect"],
    azurePolicy: ["0b60c0b2"],
    cis: ["Found6 8.3.5"],
    trivy: ["AZU-0016"],
    prowler: ["keyvault_recoverable"],
    kics: ["7c25f361"],
    nist: ["CP-9", "SC-12", "SI-12"],
    pulumi: ["key-vault-purge-protection"],
    docs: ["https://learn.microsoft.com/azure/key-vault/general/soft-delete-overview#purge-protection"],
  },
  appliesTo: ["azure-native:keyvault:Vault"],
  check: mustBe("properties.enablePurgeProtection", true),
});
