import { each } from "../../evaluate.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "apim-api-https-only",
  title: "APIs are offered over HTTPS only",
  severity: "high",
  description:
    "A client that may call over plain HTTP sends its key and its data where anybody on the way can read them.",
  remediation: 'Set protocols: ["https"], or ["wss"] for a WebSocket API.',
  references: {
    catalogue: ["APM-07"],
    psrule: ["APIM.HTTPEndpoint"],
    azurePolicy: ["ee7495e7"],
    nist: ["SC-8", "SC-8(1)"],
    docs: [
      "https://learn.microsoft.com/azure/api-management/import-and-publish",
      "https://azure.github.io/PSRule.Rules.Azure/en/rules/Azure.APIM.HTTPEndpoint/",
    ],
  },
  appliesTo: ["azure-native:apimanagement:Api", "azure-native:apimanagement:WorkspaceApi"],
  check: (resource) =>
    each(resource.props.at("protocols").items(), function* (protocol) {
      if (protocol.is("http", "ws")) yield protocol.violates('must be "https" or "wss"');
    }),
});
