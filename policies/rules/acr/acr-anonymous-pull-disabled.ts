import { mustNotBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "acr-anonymous-pull-disabled",
  title: "ACR refuses anonymous pulls",
  severity: "high",
  description:
    "With anonymous pull anyone on the network can read every image, and whatever was baked into it.",
  remediation: "Leave anonymousPullEnabled out, or set it to false.",
  references: {
    catalogue: ["ACR-02"],
    checkov: ["CKV_AZURE_138"],
    psrule: ["ACR.AnonymousAccess"],
    azurePolicy: ["9f2dea28"],
    nist: ["AC-3", "AC-14", "IA-2"],
    docs: ["https://learn.microsoft.com/azure/container-registry/anonymous-pull-access"],
  },
  appliesTo: ["azure-native:containerregistry:Registry"],
  repairs: { anonymousPullEnabled: false },
  check: mustNotBe("anonymousPullEnabled", true),
});
