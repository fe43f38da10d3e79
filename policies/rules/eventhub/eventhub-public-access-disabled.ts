import { resourceRule } from "../../rule.ts";
import { demandOneOf } from "../../requirement.ts";

export default resourceRule({
  id: "eventhub-public-access-disabled",
  title: "Event Hubs is not reachable from the Internet",
  severity: "high",
  description:
    "A namespace has a public endpoint unless it is told otherwise, and its rule set can open it again.",
  remediation:
    'Set publicNetworkAccess: "Disabled" on the namespace and on its rule set, and use a private endpoint.',
  references: {
    catalogue: ["KFK-05"],
    azurePolicy: ["0602787f"],
    nist: ["AC-3", "AC-17", "SC-7"],
    docs: ["https://learn.microsoft.com/azure/event-hubs/private-link-service"],
  },
  appliesTo: ["azure-native:eventhub:Namespace", "azure-native:eventhub:NamespaceNetworkRuleSet"],
  *check({ props }) {
    yield* demandOneOf(props.at("publicNetworkAccess"), ["Disabled", "SecuredByPerimeter"]);
  },
});
