import { demandExpiry } from "../../azure/validity.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "keyvault-secret-expiry",
  title: "Secrets of Key Vault expire",
  severity: "medium",
  description: "A secret that never expires is never changed, and whoever once copied it has it for good.",
  remediation: "Set properties.attributes.expires, at most one year after notBefore.",
  references: {
    catalogue: ["KV-10"],
    checkov: ["CKV_AZURE_41"],
    azurePolicy: ["98728c90", "342e8053", "e8d99835", "b0eb591a"],
    cis: ["Found6 8.3.3", "Found6 8.3.4"],
    trivy: ["AZU-0017"],
    prowler: ["keyvault_rbac_secret_expiration_set", "keyvault_non_rbac_secret_expiration_set"],
    kics: ["cff9c3f7", "tf:secret_expiration_not_set"],
    nist: ["IA-5(1)", "SC-12"],
    docs: ["https://learn.microsoft.com/azure/key-vault/secrets/about-secrets#secret-attributes"],
  },
  appliesTo: ["azure-native:keyvault:Secret"],
  parameters: {
    days: {
      type: "integer",
      description: "Most days for which a secret is valid.",
      default: 366,
      minimum: 1,
    },
  },
  check: ({ props }, parameters) =>
    demandExpiry(props.at("properties.attributes"), parameters.integer("days")),
});
