import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "aks-node-os-upgrade",
  title: "AKS upgrades the operating system of its nodes",
  severity: "medium",
  description:
    "Without a channel the nodes keep the vulnerabilities of the day they were made, or restart at a time of their own.",
  remediation: 'Set autoUpgradeProfile.nodeOSUpgradeChannel: "NodeImage" or "SecurityPatch".',
  references: {
    catalogue: ["AKS-29"],
    psrule: ["AKS.NodeAutoUpgrade"],
    azurePolicy: ["04408ca5"],
    nist: ["CM-3", "SI-2", "SI-2(5)"],
    docs: ["https://learn.microsoft.com/azure/aks/auto-upgrade-node-os-image"],
  },
  appliesTo: ["azure-native:containerservice:ManagedCluster"],
  check: mustBe("autoUpgradeProfile.nodeOSUpgradeChannel", "NodeImage", "SecurityPatch"),
});
