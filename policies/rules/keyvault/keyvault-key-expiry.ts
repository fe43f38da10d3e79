import { demandExpiry } from "../../azure/validity.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "keyvault-key-expiry",
  title: "Keys of Key Vault expire",
  severity: "medium",
  description: "A key that never expires is never changed, and whoever once copied it has it for good.",
  remediation: "Set properties.attributes.expires, at most two years after notBefore, and a rotationPolicy.",
  references: {
    catalogue: ["KV-09"],
    checkov: ["CKV_AZURE_40"],
    azurePolicy: ["152b15f7", "c26e4b24", "49a22571", "5ff38825"],
    cis: ["Found6 8.3.1", "Found6 8.3.2"],
    trivy: ["AZU-0014"],
    prowler: ["keyvault_rbac_key_expiration_set", "keyvault_key_expiration_set_in_non_rbac"],
    kics: ["tf:check_key_expiration_is_set", "tf:key_expiration_not_set"],
    nist: ["IA-5(1)", "SC-12"],
    pulumi: ["key-vault-key-lifecycle"],
    docs: ["https://learn.microsoft.com/azure/key-vault/keys/about-keys-details#key-attributes"],
  },
  appliesTo: ["azure-native:keyvault:Key"],
  parameters: {
    days: { type: "integer", description: "Most days for which a key is valid.", default: 730, minimum: 1 },
  },
  check: ({ props }, parameters) =>
    demandExpiry(props.at("properties.attributes"), parameters.integer("days")),
});
