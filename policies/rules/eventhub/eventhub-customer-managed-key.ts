import { demandOneOf } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "eventhub-customer-managed-key",
  title: "Event Hubs is encrypted with a key of the customer",
  severity: "low",
  enforcement: "disabled",
  description:
    "Azure encrypts with its own keys already; a key of one's own can be rotated and withdrawn, at the price of an outage when it is lost. Off by default, because only some data demands it, and it needs the tier Premium or Dedicated.",
  remediation:
    'Set encryption: { keySource: "Microsoft.KeyVault", keyVaultProperties: [{ keyName, keyVaultUri, identity }] }.',
  references: {
    catalogue: ["KFK-07"],
    azurePolicy: ["a1ad735a"],
    nist: ["SC-12", "SC-28(1)"],
    pulumi: ["event-hubs-customer-managed-keys"],
    docs: ["https://learn.microsoft.com/azure/event-hubs/configure-customer-managed-key"],
  },
  appliesTo: ["azure-native:eventhub:Namespace"],
  *check({ props }) {
    yield* demandOneOf(props.at("encryption.keySource"), ["Microsoft.KeyVault"]);
    const keys = props.at("encryption.keyVaultProperties");
    if (keys.items().length === 0) yield keys.violates("must name a key");
  },
});
