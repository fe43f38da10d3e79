import { demandOneOf } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "apim-public-access-disabled",
  title: "API Management is not reached from the Internet",
  severity: "medium",
  enforcement: "advisory",
  description:
    "A gateway for internal APIs needs no public endpoint. Advice, because gateways for the public do, and because Azure takes the setting only once a private endpoint exists.",
  remediation:
    'Set publicNetworkAccess: "Disabled" with a private endpoint, or virtualNetworkType: "Internal".',
  references: {
    catalogue: ["APM-02"],
    checkov: ["CKV_AZURE_174"],
    azurePolicy: ["df73bd95"],
    nist: ["AC-4", "SC-7"],
    docs: ["https://learn.microsoft.com/azure/api-management/private-endpoint"],
  },
  appliesTo: ["azure-native:apimanagement:ApiManagementService"],
  *check({ props }) {
    if (!props.at("virtualNetworkType").is("Internal"))
      yield* demandOneOf(props.at("publicNetworkAccess"), ["Disabled"]);
  },
});
