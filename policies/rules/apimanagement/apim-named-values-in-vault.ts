import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "apim-named-values-in-vault",
  title: "Named values of API Management stand in Key Vault",
  severity: "medium",
  description:
    "A value that is written into the service can be read by whoever may read the service, is rotated by hand, and is plain text unless it is marked as secret.",
  remediation:
    "Set secret: true and keyVault.secretIdentifier; where the value is no secret, say so with secret: false.",
  references: {
    catalogue: ["APM-11"],
    psrule: ["APIM.EncryptValues"],
    azurePolicy: ["f1cc7827"],
    nist: ["IA-5", "SC-28"],
    docs: ["https://learn.microsoft.com/azure/api-management/api-management-howto-properties"],
  },
  appliesTo: ["azure-native:apimanagement:NamedValue", "azure-native:apimanagement:WorkspaceNamedValue"],
  *check({ props }) {
    if (props.at("secret").is(false)) return;
    const identifier = props.at("keyVault.secretIdentifier");
    if (!identifier.isSet) yield identifier.violates("must be the address of a secret in Key Vault");
  },
});
