import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "servicebus-local-auth-disabled",
  title: "Service Bus accepts Entra tokens only",
  severity: "high",
  description: "Keys of shared access policies name nobody and do not expire; by default they are accepted.",
  remediation: "Set disableLocalAuth: true and assign Data roles to identities.",
  references: {
    catalogue: ["SB-01"],
    checkov: ["CKV_AZURE_203"],
    psrule: ["ServiceBus.DisableLocalAuth"],
    azurePolicy: ["cfb11c26"],
    nist: ["AC-2", "IA-2", "IA-5"],
    docs: ["https://learn.microsoft.com/azure/service-bus-messaging/disable-local-authentication"],
  },
  appliesTo: ["azure-native:servicebus:Namespace"],
  check: mustBe("disableLocalAuth", true),
});
