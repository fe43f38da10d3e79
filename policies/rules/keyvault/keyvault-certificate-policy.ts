import type { Finding } from "../../finding.ts";
import type { Property } from "../../property.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "keyvault-certificate-policy",
  title: "Certificates of Key Vault are strong, short-lived and renewed by a known issuer",
  severity: "medium",
  description:
    "An expired certificate stops a service, a weak one can be forged, and one that is valid for years outlives whoever knows where it is. azure-native does not make certificates: the rule is about those of the package azure.",
  remediation:
    "In certificatePolicy set keyProperties to RSA of 2048 bits or more, or to EC on P-256 or stronger, validityInMonths of 12 or less, an issuer, and a lifetime action AutoRenew.",
  references: {
    catalogue: ["KV-15"],
    azurePolicy: [
      "1151cede",
      "cee51871",
      "bd78111f",
      "0a075868",
      "12ef42cb",
      "f772fb64",
      "8e826246",
      "a22f4a40",
      "d3e82b87",
    ],
    cis: ["Found6 8.3.11"],
    nist: ["IA-5(2)", "SC-12", "SC-13", "SC-17"],
    docs: [
      "https://learn.microsoft.com/azure/key-vault/certificates/about-certificates",
      "https://www.pulumi.com/registry/packages/azure/api-docs/keyvault/certificate/",
    ],
  },
  appliesTo: ["azure:keyvault:Certificate"],
  parameters: {
    months: {
      type: "integer",
      description: "Most months for which a certificate is valid.",
      default: 12,
      minimum: 1,
    },
  },
  *check({ props }, parameters) {
    const longestMonths = parameters.integer("months");
    const policy = props.at("certificatePolicy");
    // A certificate that is imported without a policy takes that of the file.
    if (props.at("certificate").isSet && !policy.isSet) return;
    yield* checkKey(policy.at("keyProperties"));
    const issuer = policy.at("issuerParameters.name");
    if (!issuer.isSet || issuer.is("Unknown", ""))
      yield issuer.violates("must be an issuer that renews the certificate");
    const validity = policy.at("x509CertificateProperties.validityInMonths");
    if ((validity.number ?? Infinity) > longestMonths)
      yield validity.violates(`must be ${longestMonths} or less`);
    const actions = policy.at("lifetimeActions");
    if (!actions.items().some((action) => action.at("action.actionType").is("AutoRenew")))
      yield actions.violates('must hold an action "AutoRenew"');
  },
});

function* checkKey(key: Property): Iterable<Finding> {
  const type = key.at("keyType");
  if (!type.is("RSA", "RSA-HSM", "EC", "EC-HSM"))
    yield type.violates('must be "RSA", "RSA-HSM", "EC" or "EC-HSM"');
  const size = key.at("keySize");
  if (type.is("RSA", "RSA-HSM") && (size.number ?? 0) < 2048) yield size.violates("must be 2048 or more");
  const curve = key.at("curve");
  if (curve.isSet && !curve.is("P-256", "P-384", "P-521"))
    yield curve.violates('must be "P-256", "P-384" or "P-521"');
  if (key.at("reuseKey").is(true))
    yield key.at("reuseKey").violates("must be false, so that renewal makes a new key");
}
