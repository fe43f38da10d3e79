import { privateEndpointRequired, privateEndpoints } from "../../azure/private-endpoint.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "acr-private-endpoint",
  title: "ACR has a private endpoint",
  severity: "medium",
  description: "The nodes then pull images without a way to the Internet, and nobody else can.",
  remediation:
    "Add a network.PrivateEndpoint whose privateLinkServiceConnections hold the registry's id output; the registry must be of SKU Premium.",
  references: {
    catalogue: ["ACR-05"],
    azurePolicy: ["e8eef0a8", "c4857be7"],
    prowler: ["containerregistry_uses_private_link"],
    nist: ["AC-4", "SC-7"],
    docs: ["https://learn.microsoft.com/azure/container-registry/container-registry-private-endpoints"],
  },
  appliesTo: ["azure-native:containerregistry:Registry"],
  reads: privateEndpoints,
  check: privateEndpointRequired(["azure-native:containerregistry:Registry"]),
});
