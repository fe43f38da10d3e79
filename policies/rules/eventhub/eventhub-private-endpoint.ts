import { privateEndpointRequired, privateEndpoints } from "../../azure/private-endpoint.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "eventhub-private-endpoint",
  title: "Event Hubs has a private endpoint",
  severity: "medium",
  description: "Traffic between the services and their topics then stays away from the Internet.",
  remediation:
    "Add a network.PrivateEndpoint whose privateLinkServiceConnections hold the namespace's id output; the tier Basic has none.",
  references: {
    catalogue: ["KFK-06"],
    azurePolicy: ["b8564268"],
    nist: ["AC-4", "SC-7"],
    docs: ["https://learn.microsoft.com/azure/event-hubs/private-link-service"],
  },
  appliesTo: ["azure-native:eventhub:Namespace"],
  reads: privateEndpoints,
  check: privateEndpointRequired(["azure-native:eventhub:Namespace"]),
});
