import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "acr-webhook-https",
  title: "ACR webhooks call HTTPS addresses",
  severity: "medium",
  description:
    "A webhook carries repository names, and often a token in its headers, to the address it calls.",
  remediation: "Give serviceUri an https:// address.",
  references: {
    catalogue: ["ACR-20"],
    checkov: ["CKV2_AZURE_30"],
    nist: ["SC-8", "SC-8(1)"],
    docs: ["https://learn.microsoft.com/azure/container-registry/container-registry-webhook"],
  },
  appliesTo: ["azure-native:containerregistry:Webhook"],
  *check({ props }) {
    const address = props.at("serviceUri");
    // The address may hold a token, so that only its scheme is told.
    if (address.string?.toLowerCase().startsWith("https://") !== true) {
      yield { path: address.path, message: "serviceUri is not an https:// address" };
    }
  },
});
