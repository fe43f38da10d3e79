import { mustNotBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "keyvault-soft-delete",
  title: "Key Vault keeps deleted objects for a while",
  severity: "high",
  description: "Soft delete, on by default, is what makes an accidental or malicious deletion reversible.",
  remediation: "Leave properties.enableSoftDelete out, or set it to true.",
  references: {
    catalogue: ["KV-02"],
    checkov: ["CKV_AZURE_111"],
    psrule: ["KeyVault.SoftDelete"],
    azurePolicy: ["1e66c121"],
    kics: ["7c25f361"],
    nist: ["CP-9", "SC-12", "SI-12"],
    pulumi: ["key-vault-soft-delete"],
    docs: ["https://learn.microsoft.com/azure/key-vault/general/soft-delete-overview"],
  },
  appliesTo: ["azure-native:keyvault:Vault"],
  repairs: { "properties.enableSoftDelete": true },
  check: mustNotBe("properties.enableSoftDelete", false),
});
