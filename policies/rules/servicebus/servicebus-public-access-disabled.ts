import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "servicebus-public-access-disabled",
  title: "Service Bus is not reached from the Internet",
  severity: "high",
  description:
    "A public endpoint leaves keys and tokens as the only barrier between the messages and the Internet; by default it is open.",
  remediation: 'Set publicNetworkAccess: "Disabled" and add a private endpoint.',
  references: {
    catalogue: ["SB-03"],
    checkov: ["CKV_AZURE_204"],
    azurePolicy: ["cbd11fd3"],
    nist: ["AC-4", "SC-7"],
    docs: ["https://learn.microsoft.com/azure/service-bus-messaging/network-security"],
  },
  appliesTo: ["azure-native:servicebus:Namespace", "azure-native:servicebus:NamespaceNetworkRuleSet"],
  check: mustBe("publicNetworkAccess", "Disabled", "SecuredByPerimeter"),
});
