import { agentPoolHolders, everyAgentPool, isSystemPool } from "../../azure/agent-pool.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "aks-system-pool-tainted",
  title: "AKS system pools run the add-ons only",
  severity: "low",
  enforcement: "advisory",
  description:
    "A service that runs beside DNS and metrics can starve them, and with them the whole cluster. Advice, because a cluster with one pool cannot do it.",
  remediation:
    'Set nodeTaints: ["CriticalAddonsOnly=true:NoSchedule"] on the pools of mode System, and add a pool of mode User.',
  references: {
    catalogue: ["AKS-39"],
    checkov: ["CKV_AZURE_232"],
    nist: ["SC-2", "SC-5"],
    docs: ["https://learn.microsoft.com/azure/aks/use-system-pools"],
  },
  appliesTo: agentPoolHolders,
  check: everyAgentPool(function* (pool) {
    if (!isSystemPool(pool)) return;
    const taints = pool.at("nodeTaints");
    if (!taints.items().some((taint) => taint.is("CriticalAddonsOnly=true:NoSchedule")))
      yield taints.violates('must hold "CriticalAddonsOnly=true:NoSchedule"');
  }),
});
