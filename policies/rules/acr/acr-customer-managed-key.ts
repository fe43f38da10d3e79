import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "acr-customer-managed-key",
  title: "ACR is encrypted with a key of the customer",
  severity: "low",
  enforcement: "disabled",
  description:
    "Azure encrypts with its own keys already; a key of one's own can be rotated and withdrawn, at the price of an outage when it is lost. Off by default, because only some data demands it, and it needs the SKU Premium.",
  remediation:
    'Set encryption: { status: "enabled", keyVaultProperties: { identity, keyIdentifier } } when the registry is made.',
  references: {
    catalogue: ["ACR-18"],
    azurePolicy: ["5b9159ae"],
    nist: ["SC-12", "SC-28(1)"],
    pulumi: ["container-registry-customer-managed-keys"],
    docs: ["https://learn.microsoft.com/azure/container-registry/tutorial-customer-managed-keys"],
  },
  appliesTo: ["azure-native:containerregistry:Registry"],
  check: mustBe("encryption.status", "enabled"),
});
