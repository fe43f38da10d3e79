import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "servicebus-double-encryption",
  title: "Service Bus is encrypted twice",
  severity: "low",
  enforcement: "disabled",
  description:
    "Encryption below the service's own still holds when that one is broken. Off by default, because it needs a key of the customer and the Premium tier.",
  remediation: "Set encryption.requireInfrastructureEncryption: true when the namespace is made.",
  references: {
    catalogue: ["SB-06"],
    checkov: ["CKV_AZURE_199"],
    azurePolicy: ["ebaf4f25"],
    nist: ["SC-28", "SC-28(1)"],
    docs: ["https://learn.microsoft.com/azure/service-bus-messaging/configure-customer-managed-key"],
  },
  appliesTo: ["azure-native:servicebus:Namespace"],
  check: mustBe("encryption.requireInfrastructureEncryption", true),
});
