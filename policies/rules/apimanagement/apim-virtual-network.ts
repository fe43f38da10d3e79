import { demandOneOf } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "apim-virtual-network",
  title: "API Management stands in a virtual network",
  severity: "medium",
  enforcement: "advisory",
  description:
    "Backends that only the gateway may reach are reached over the network, not over the Internet. Advice, because a private endpoint with public access off does as well for incoming calls.",
  remediation:
    'Set virtualNetworkType: "Internal" or "External" and virtualNetworkConfiguration.subnetResourceId, in a SKU that can: Developer, Premium or StandardV2.',
  references: {
    catalogue: ["APM-01"],
    checkov: ["CKV_AZURE_107"],
    azurePolicy: ["ef619a2c", "73ef9241", "1dc2fc00"],
    nist: ["AC-4", "SC-7"],
    docs: ["https://learn.microsoft.com/azure/api-management/virtual-network-concepts"],
  },
  appliesTo: ["azure-native:apimanagement:ApiManagementService"],
  *check({ props }) {
    if (props.at("publicNetworkAccess").is("Disabled")) return;
    yield* demandOneOf(props.at("virtualNetworkType"), ["Internal", "External"]);
    const subnet = props.at("virtualNetworkConfiguration.subnetResourceId");
    if (!subnet.isSet) yield subnet.violates("must be the id of a subnet");
  },
});
