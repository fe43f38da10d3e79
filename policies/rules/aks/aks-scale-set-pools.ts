import { agentPoolHolders, everyAgentPool } from "../../azure/agent-pool.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "aks-scale-set-pools",
  title: "AKS pools are scale sets",
  severity: "low",
  description:
    "Pools of availability sets are retired: they have no zones, do not scale and cannot be more than one.",
  remediation: 'Leave out type, or set it to "VirtualMachineScaleSets".',
  references: {
    catalogue: ["AKS-37"],
    checkov: ["CKV_AZURE_169"],
    psrule: ["AKS.PoolScaleSet"],
    nist: ["CP-2", "SA-22"],
    pulumi: ["aks-node-pools-vm-scale-sets"],
    docs: ["https://learn.microsoft.com/azure/aks/availability-sets-on-aks"],
  },
  appliesTo: agentPoolHolders,
  check: everyAgentPool(function* (pool) {
    const type = pool.at("type");
    if (type.is("AvailabilitySet")) yield type.violates('must be "VirtualMachineScaleSets"');
  }),
});
