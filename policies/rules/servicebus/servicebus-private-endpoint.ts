import { privateEndpointRequired, privateEndpoints } from "../../azure/private-endpoint.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "servicebus-private-endpoint",
  title: "Service Bus has a private endpoint",
  severity: "medium",
  description:
    "A private endpoint keeps traffic between the network and the namespace away from the Internet.",
  remediation:
    "Add a network.PrivateEndpoint whose privateLinkServiceConnections hold the namespace's id output; it needs the Premium tier.",
  references: {
    catalogue: ["SB-04"],
    azurePolicy: ["1c06e275"],
    nist: ["AC-4", "SC-7"],
    docs: ["https://learn.microsoft.com/azure/service-bus-messaging/private-link-service"],
  },
  appliesTo: ["azure-native:servicebus:Namespace"],
  reads: privateEndpoints,
  check: privateEndpointRequired(["azure-native:servicebus:Namespace"]),
});
