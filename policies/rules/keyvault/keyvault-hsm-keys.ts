import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "keyvault-hsm-keys",
  title: "Keys of Key Vault stand in a hardware module",
  severity: "low",
  enforcement: "disabled",
  description:
    "A key in a hardware module cannot be copied out, not even by those who run the service. Off by default for its price: it needs a vault of SKU premium.",
  remediation: 'Set properties.kty to "RSA-HSM" or "EC-HSM" in a vault of SKU premium.',
  references: {
    catalogue: ["KV-12"],
    checkov: ["CKV_AZURE_112"],
    azurePolicy: ["587c79fe"],
    cis: ["Found6 8.3.10"],
    nist: ["SC-12", "SC-12(3)", "SC-13"],
    docs: ["https://learn.microsoft.com/azure/key-vault/keys/hsm-protected-keys"],
  },
  appliesTo: ["azure-native:keyvault:Key"],
  check: mustBe("properties.kty", "RSA-HSM", "EC-HSM"),
});
