import { agentPoolHolders, everyAgentPool } from "../../azure/agent-pool.ts";
import { demandOneOf } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "aks-ephemeral-os-disk",
  title: "AKS nodes have ephemeral system disks",
  severity: "low",
  enforcement: "advisory",
  description:
    "A system disk on the host is faster, costs nothing and is fresh with each start. Advice, because not every VM size has room for it.",
  remediation: 'Set osDiskType: "Ephemeral" on every agent pool.',
  references: {
    catalogue: ["AKS-27"],
    checkov: ["CKV_AZURE_226"],
    psrule: ["AKS.EphemeralOSDisk"],
    nist: ["CM-2", "SI-14"],
    docs: ["https://learn.microsoft.com/azure/aks/concepts-storage"],
  },
  appliesTo: agentPoolHolders,
  check: everyAgentPool((pool) => demandOneOf(pool.at("osDiskType"), ["Ephemeral"])),
});
