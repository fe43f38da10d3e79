import { resourceRule } from "../../rule.ts";

/** Bits of an RSA modulus. */
const shortestRsaKey = 2048;

export default resourceRule({
  id: "keyvault-key-strength",
  title: "Key Vault keys are of a strong type, size and curve",
  severity: "medium",
  description: "RSA below 2048 bits can be broken, and a symmetric key cannot be shared by its public half.",
  remediation:
    'Set properties.kty to "RSA" or "RSA-HSM" with keySize 2048 or more, or to "EC" or "EC-HSM" on the curve P-256, P-384 or P-521.',
  references: {
    catalogue: ["KV-14"],
    azurePolicy: ["75c4f823", "82067dbb", "ff25f3c8"],
    nist: ["SC-12", "SC-13"],
    pulumi: ["key-vault-key-configuration"],
    docs: ["https://learn.microsoft.com/azure/key-vault/keys/about-keys"],
  },
  appliesTo: ["azure-native:keyvault:Key"],
  *check({ props }) {
    const type = props.at("properties.kty");
    if (!type.is("RSA", "RSA-HSM", "EC", "EC-HSM")) {
      yield type.violates('must be "RSA", "RSA-HSM", "EC" or "EC-HSM"');
      return;
    }
    // 2048 is also the default.
    const size = props.at("properties.keySize");
    if (type.is("RSA", "RSA-HSM") && (size.number ?? shortestRsaKey) < shortestRsaKey) {
      yield size.violates(`must be ${shortestRsaKey} or more`);
    }
    // P-256 is the default.
    const curve = props.at("properties.curveName");
    if (curve.isSet && !curve.is("P-256", "P-384", "P-521"))
      yield curve.violates('must be "P-256", "P-384" or "P-521"');
  },
});
