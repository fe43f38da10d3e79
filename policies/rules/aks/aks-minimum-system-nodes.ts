import { isSystemPool, leastNodesOf } from "../../azure/agent-pool.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "aks-minimum-system-nodes",
  title: "AKS has three system nodes or more",
  severity: "low",
  enforcement: "advisory",
  description:
    "With fewer, the loss of a node during an upgrade takes DNS, metrics and ingress along. Advice, because a development cluster may do with less.",
  remediation:
    "Set count, or minCount with enableAutoScaling, so that the pools of mode System have three nodes together.",
  references: {
    catalogue: ["AKS-34"],
    psrule: ["AKS.MinNodeCount"],
    nist: ["CP-2", "CP-10"],
    docs: ["https://learn.microsoft.com/azure/aks/use-system-pools"],
  },
  appliesTo: ["azure-native:containerservice:ManagedCluster"],
  parameters: {
    leastNodes: {
      type: "integer",
      description: "Fewest nodes. Default: that of PSRule Azure.AKS.MinNodeCount.",
      default: 3,
      minimum: 1,
    },
  },
  *check({ props }, parameters) {
    const leastNodes = parameters.integer("leastNodes");
    const pools = props.at("agentPoolProfiles");
    const nodes = pools
      .items()
      .filter(isSystemPool)
      .map((pool) => leastNodesOf(pool).number ?? 0);
    const sum = nodes.reduce((total, count) => total + count, 0);
    if (nodes.length > 0 && sum < leastNodes)
      yield {
        path: pools.path,
        message: `the pools of mode System have ${sum} nodes at least; they must have ${leastNodes}`,
      };
  },
});
