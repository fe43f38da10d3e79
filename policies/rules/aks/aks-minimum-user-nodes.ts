import { agentPoolHolders, everyAgentPool, isSystemPool, leastNodesOf } from "../../azure/agent-pool.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "aks-minimum-user-nodes",
  title: "AKS user pools have three nodes or more",
  severity: "low",
  enforcement: "advisory",
  description:
    "With fewer, the services of a zone have no room when a node is lost or upgraded. Advice, because a development cluster may do with less.",
  remediation: "Set count, or minCount with enableAutoScaling, to 3 on every pool of mode User.",
  references: {
    catalogue: ["AKS-35"],
    psrule: ["AKS.MinUserPoolNodes"],
    nist: ["CP-2", "CP-10"],
    docs: ["https://learn.microsoft.com/azure/aks/create-node-pools"],
  },
  appliesTo: agentPoolHolders,
  parameters: {
    leastNodes: {
      type: "integer",
      description: "Fewest nodes. Default: that of PSRule Azure.AKS.MinUserPoolNodes.",
      default: 3,
      minimum: 1,
    },
  },
  check: everyAgentPool(function* (pool, parameters) {
    // Pools of spare capacity come and go.
    if (isSystemPool(pool) || pool.at("scaleSetPriority").is("Spot")) return;
    const leastNodes = parameters.integer("leastNodes");
    const nodes = leastNodesOf(pool);
    if ((nodes.number ?? 0) < leastNodes) yield nodes.violates(`must be ${leastNodes} or more`);
  }),
});
