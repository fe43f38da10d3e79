import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "acr-quarantine",
  title: "ACR holds images back until they are scanned",
  severity: "low",
  enforcement: "disabled",
  description:
    "An image that nobody has scanned cannot be pulled then. Off by default, because without a scanner that releases images nothing can be pulled.",
  remediation: 'Set policies: { quarantinePolicy: { status: "enabled" } }, and let a scanner release images.',
  references: {
    catalogue: ["ACR-11"],
    checkov: ["CKV_AZURE_166"],
    psrule: ["ACR.Quarantine"],
    nist: ["CM-14", "RA-5", "SI-7"],
    docs: [
      "https://learn.microsoft.com/azure/container-registry/container-registry-faq#how-do-i-enable-automatic-image-quarantine-for-a-registry",
    ],
  },
  appliesTo: ["azure-native:containerregistry:Registry"],
  check: mustBe("policies.quarantinePolicy.status", "enabled"),
});
