import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "acr-arm-tokens-refused",
  title: "ACR refuses tokens that were made for Azure Resource Manager",
  severity: "low",
  enforcement: "advisory",
  description:
    "A token for the whole of Azure that was stolen elsewhere then opens no registry. Advice, because older clients send such tokens.",
  remediation: 'Set policies: { azureADAuthenticationAsArmPolicy: { status: "disabled" } }.',
  references: {
    catalogue: ["ACR-15"],
    azurePolicy: ["42781ec6"],
    nist: ["AC-3", "IA-2", "IA-5"],
    docs: [
      "https://learn.microsoft.com/azure/container-registry/container-registry-disable-authentication-as-arm",
    ],
  },
  appliesTo: ["azure-native:containerregistry:Registry"],
  check: mustBe("policies.azureADAuthenticationAsArmPolicy.status", "disabled"),
});
