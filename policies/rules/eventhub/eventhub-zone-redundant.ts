import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "eventhub-zone-redundant",
  title: "Event Hubs stands in several zones",
  severity: "low",
  enforcement: "advisory",
  description:
    "When the one zone of a namespace is lost, so are its events. Advice: where a region has zones, Azure now uses them by itself.",
  remediation: "Set zoneRedundant: true.",
  references: {
    catalogue: ["KFK-03"],
    checkov: ["CKV_AZURE_228"],
    psrule: ["EventHub.AvailabilityZone"],
    azurePolicy: ["ae243d87"],
    nist: ["CP-10", "SC-36"],
    docs: ["https://learn.microsoft.com/azure/reliability/reliability-event-hubs"],
  },
  appliesTo: ["azure-native:eventhub:Namespace"],
  check: mustBe("zoneRedundant", true),
});
