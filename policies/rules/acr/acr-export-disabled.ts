import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "acr-export-disabled",
  title: "Images cannot be exported from ACR",
  severity: "medium",
  description: "Export copies images to a registry elsewhere, past the network restrictions of this one.",
  remediation:
    'Set policies: { exportPolicy: { status: "disabled" } } together with publicNetworkAccess: "Disabled".',
  references: {
    catalogue: ["ACR-14"],
    psrule: ["ACR.ExportPolicy"],
    azurePolicy: ["524b0254"],
    nist: ["AC-4", "SC-7(10)"],
    docs: ["https://learn.microsoft.com/azure/container-registry/data-loss-prevention"],
  },
  enforcement: "advisory",
  appliesTo: ["azure-native:containerregistry:Registry"],
  check: mustBe("policies.exportPolicy.status", "disabled"),
});
