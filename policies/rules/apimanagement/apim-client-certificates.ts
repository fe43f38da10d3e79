import { demandOneOf } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "apim-client-certificates",
  title: "API Management asks clients for certificates",
  severity: "low",
  enforcement: "disabled",
  description:
    "A certificate proves which machine calls. Off by default, because it fits clients that are machines only.",
  remediation:
    "Set negotiateClientCertificate: true in the hostnameConfigurations of the gateway; in the Consumption tier, enableClientCertificate: true.",
  references: {
    catalogue: ["APM-05"],
    checkov: ["CKV_AZURE_152"],
    nist: ["IA-3", "IA-9"],
    docs: [
      "https://learn.microsoft.com/azure/api-management/api-management-howto-mutual-certificates-for-clients",
    ],
  },
  appliesTo: ["azure-native:apimanagement:ApiManagementService"],
  *check({ props }) {
    if (props.at("sku.name").is("Consumption")) {
      yield* demandOneOf(props.at("enableClientCertificate"), [true]);
      return;
    }
    const gateways = props
      .at("hostnameConfigurations")
      .items()
      .filter((host) => host.at("type").is("Proxy"));
    if (gateways.length === 0)
      yield props
        .at("hostnameConfigurations")
        .violates("must ask for certificates at the gateway's host name");
    for (const gateway of gateways) yield* demandOneOf(gateway.at("negotiateClientCertificate"), [true]);
  },
});
