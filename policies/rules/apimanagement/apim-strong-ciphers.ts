import { demandOneOf } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

const prefix = "Microsoft.WindowsAzure.ApiManagement.Gateway.Security.Ciphers";
/** Weak ciphers that are on unless they are turned off. */
const weakCiphers = [
  "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA",
  "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA",
  "TLS_RSA_WITH_AES_128_GCM_SHA256",
  "TLS_RSA_WITH_AES_256_CBC_SHA256",
  "TLS_RSA_WITH_AES_128_CBC_SHA256",
  "TLS_RSA_WITH_AES_256_CBC_SHA",
  "TLS_RSA_WITH_AES_128_CBC_SHA",
];

export default resourceRule({
  id: "apim-strong-ciphers",
  title: "API Management refuses weak ciphers",
  severity: "medium",
  description:
    "Ciphers without forward secrecy or with CBC let recorded traffic be read later; most are on by default.",
  remediation:
    'Set each key Microsoft.WindowsAzure.ApiManagement.Gateway.Security.Ciphers.… of a weak cipher in customProperties to "False".',
  references: {
    catalogue: ["APM-04"],
    psrule: ["APIM.Ciphers"],
    nist: ["SC-8(1)", "SC-13"],
    docs: ["https://learn.microsoft.com/azure/api-management/api-management-howto-manage-protocols-ciphers"],
  },
  appliesTo: ["azure-native:apimanagement:ApiManagementService"],
  *check({ props }) {
    // Neither the Consumption tier nor the v2 tiers let ciphers be chosen; they refuse weak ones.
    if (props.at("sku.name").is("Consumption", "BasicV2", "StandardV2", "PremiumV2")) return;
    const properties = props.at("customProperties");
    for (const cipher of weakCiphers)
      yield* demandOneOf(properties.childIgnoringCase(`${prefix}.${cipher}`), ["false", false]);
    const tripleDes = properties.childIgnoringCase(`${prefix}.TripleDes168`);
    if (tripleDes.is("true", true)) yield tripleDes.violates('must be "False"');
  },
});
