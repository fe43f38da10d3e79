import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "keyvault-secret-content-type",
  title: "Secrets of Key Vault say what they are",
  severity: "low",
  description:
    "Whoever rotates a secret must know whether it is a password, a connection string or a certificate.",
  remediation: 'Set properties.contentType, for example "password" or "application/x-pkcs12".',
  references: {
    catalogue: ["KV-11"],
    checkov: ["CKV_AZURE_114"],
    azurePolicy: ["75262d3e"],
    trivy: ["AZU-0015"],
    kics: ["tf:key_vault_secrets_content_type_undefined"],
    nist: ["CM-8", "SC-12"],
    docs: ["https://learn.microsoft.com/azure/key-vault/secrets/about-secrets#secret-attributes"],
  },
  appliesTo: ["azure-native:keyvault:Secret"],
  *check({ props }) {
    const type = props.at("properties.contentType");
    if (!type.isSet || type.is("")) yield type.violates("must say what the secret is");
  },
});
