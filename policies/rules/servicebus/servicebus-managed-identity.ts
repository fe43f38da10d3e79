import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "servicebus-managed-identity",
  title: "Service Bus has a managed identity",
  severity: "low",
  enforcement: "advisory",
  description:
    "With an identity the namespace reaches Key Vault and Storage without any secret. Advice, because a namespace that reaches nothing needs none.",
  remediation: 'Set identity: { type: "SystemAssigned" } or one with userAssignedIdentities.',
  references: {
    catalogue: ["SB-07"],
    checkov: ["CKV_AZURE_202"],
    nist: ["IA-2", "IA-9"],
    docs: ["https://learn.microsoft.com/azure/service-bus-messaging/service-bus-managed-service-identity"],
  },
  appliesTo: ["azure-native:servicebus:Namespace"],
  *check({ props }) {
    const type = props.at("identity.type");
    const text = type.string;
    if (text === undefined || /^None$/i.test(text)) yield type.violates("must be a kind of managed identity");
  },
});
