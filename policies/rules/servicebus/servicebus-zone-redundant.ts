import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "servicebus-zone-redundant",
  title: "Service Bus stands in several zones",
  severity: "low",
  enforcement: "advisory",
  description:
    "When the one zone of a namespace is lost, so are its messages. Advice: where a region has zones, Azure now uses them by itself.",
  remediation: "Set zoneRedundant: true.",
  references: {
    catalogue: ["SB-10"],
    azurePolicy: ["d3ee5dcf"],
    nist: ["CP-10", "SC-36"],
    docs: ["https://learn.microsoft.com/azure/reliability/reliability-service-bus"],
  },
  appliesTo: ["azure-native:servicebus:Namespace"],
  check: mustBe("zoneRedundant", true),
});
