import { demandOneOf } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "acr-data-endpoints",
  title: "ACR serves layers from endpoints of its own",
  severity: "low",
  description:
    "Without them a firewall must admit *.blob.core.windows.net for pulls, and with it everybody's storage as a way out for data. Only the SKU Premium has them.",
  remediation: "Set dataEndpointEnabled: true.",
  references: {
    catalogue: ["ACR-19"],
    checkov: ["CKV_AZURE_237"],
    nist: ["AC-4", "SC-7", "SC-7(10)"],
    docs: [
      "https://learn.microsoft.com/azure/container-registry/container-registry-dedicated-data-endpoints",
    ],
  },
  appliesTo: ["azure-native:containerregistry:Registry"],
  *check({ props }) {
    if (props.at("sku.name").is("Basic", "Standard")) return;
    yield* demandOneOf(props.at("dataEndpointEnabled"), [true]);
  },
});
