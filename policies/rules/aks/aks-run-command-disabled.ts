import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "aks-run-command-disabled",
  title: "AKS run command is disabled",
  severity: "medium",
  description:
    "Run command executes anything in the cluster through Azure Resource Manager, past the API server's network restrictions.",
  remediation: "Set apiServerAccessProfile: { disableRunCommand: true }.",
  references: {
    catalogue: ["AKS-08"],
    azurePolicy: ["89f2d532"],
    nist: ["AC-17", "CM-7"],
    docs: ["https://learn.microsoft.com/azure/aks/access-private-cluster#disable-run-command"],
  },
  appliesTo: ["azure-native:containerservice:ManagedCluster"],
  check: mustBe("apiServerAccessProfile.disableRunCommand", true),
});
