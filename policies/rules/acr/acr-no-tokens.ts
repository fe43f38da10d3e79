import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "acr-no-tokens",
  title: "ACR has no tokens with passwords",
  severity: "medium",
  description:
    "A repository-scoped token has passwords that are stored, shared and outlive the person who took them.",
  remediation: 'Remove the token, or set status: "disabled", and grant a role to an identity.',
  references: {
    catalogue: ["ACR-16"],
    azurePolicy: ["ff05e24e"],
    nist: ["AC-2", "IA-2", "IA-5"],
    docs: [
      "https://learn.microsoft.com/azure/container-registry/container-registry-token-based-repository-permissions",
    ],
  },
  appliesTo: ["azure-native:containerregistry:Token"],
  check: mustBe("status", "disabled"),
});
