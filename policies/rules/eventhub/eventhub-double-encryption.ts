import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "eventhub-double-encryption",
  title: "Event Hubs is encrypted twice",
  severity: "low",
  enforcement: "disabled",
  description:
    "Encryption below the service's own still holds when that one is broken. Off by default, because it needs a key of the customer and the tier Premium or Dedicated.",
  remediation: "Set encryption.requireInfrastructureEncryption: true when the namespace is made.",
  references: {
    catalogue: ["KFK-08"],
    azurePolicy: ["836cd60e"],
    nist: ["SC-28", "SC-28(1)"],
    docs: ["https://learn.microsoft.com/azure/event-hubs/configure-customer-managed-key"],
  },
  appliesTo: ["azure-native:eventhub:Namespace"],
  check: mustBe("encryption.requireInfrastructureEncryption", true),
});
