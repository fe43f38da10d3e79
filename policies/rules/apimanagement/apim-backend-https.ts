import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "apim-backend-https",
  title: "API Management calls backends over HTTPS",
  severity: "high",
  description: "Over plain HTTP, tokens and data can be read on the way from the gateway to the backend.",
  remediation: "Begin url (serviceUrl of an API) with https:// or wss://.",
  references: {
    catalogue: ["APM-06"],
    checkov: ["CKV_AZURE_215"],
    psrule: ["APIM.HTTPBackend"],
    nist: ["SC-8", "SC-8(1)"],
    docs: [
      "https://learn.microsoft.com/azure/api-management/backends",
      "https://azure.github.io/PSRule.Rules.Azure/en/rules/Azure.APIM.HTTPBackend/",
    ],
  },
  appliesTo: [
    "azure-native:apimanagement:Backend",
    "azure-native:apimanagement:WorkspaceBackend",
    "azure-native:apimanagement:Api",
    "azure-native:apimanagement:WorkspaceApi",
  ],
  *check({ kind, props }) {
    const address = props.at(/Backend$/.test(kind.name) ? "url" : "serviceUrl");
    if (/^\s*(http|ws):/i.test(address.string ?? ""))
      yield address.violates("must begin with https:// or wss://");
  },
});
