import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "eventhub-network-default-deny",
  title: "The Event Hubs firewall denies by default",
  severity: "high",
  description: "The default action of a network rule set is Allow, and then its rules restrict nothing.",
  remediation: 'Set defaultAction: "Deny" on the network rule set.',
  references: {
    catalogue: ["KFK-04"],
    psrule: ["EventHub.Firewall"],
    azurePolicy: ["d63edb4a"],
    nist: ["AC-4", "SC-7", "SC-7(5)"],
    docs: ["https://learn.microsoft.com/azure/event-hubs/event-hubs-ip-filtering"],
  },
  appliesTo: ["azure-native:eventhub:NamespaceNetworkRuleSet"],
  check: mustBe("defaultAction", "Deny"),
});
