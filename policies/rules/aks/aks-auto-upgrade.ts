import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "aks-auto-upgrade",
  title: "AKS upgrades itself",
  severity: "medium",
  description:
    "A cluster that waits for somebody to upgrade it runs with known vulnerabilities until then, and without support after a year.",
  remediation:
    'Set autoUpgradeProfile.upgradeChannel: "patch", "stable", "rapid" or "node-image", with a maintenance window.',
  references: {
    catalogue: ["AKS-28"],
    checkov: ["CKV_AZURE_171"],
    psrule: ["AKS.AutoUpgrade"],
    azurePolicy: ["5c345cdf"],
    prowler: ["aks_cluster_auto_upgrade_enabled"],
    nist: ["CM-3", "SI-2", "SI-2(5)"],
    pulumi: ["aks-auto-upgrade"],
    docs: ["https://learn.microsoft.com/azure/aks/auto-upgrade-cluster"],
  },
  appliesTo: ["azure-native:containerservice:ManagedCluster"],
  check: mustBe("autoUpgradeProfile.upgradeChannel", "patch", "stable", "rapid", "node-image"),
});
