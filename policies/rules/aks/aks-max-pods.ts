import { agentPoolHolders, everyAgentPool } from "../../azure/agent-pool.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "aks-max-pods",
  title: "AKS nodes take 50 pods or more",
  severity: "low",
  enforcement: "advisory",
  description:
    "Azure takes 30 where Azure CNI gives pods addresses of the subnet and nothing is said, and the add-ons need half of them. Advice, because it is no matter of security.",
  remediation: "Set maxPods: 50 or more on every agent pool when it is made.",
  references: {
    catalogue: ["AKS-38"],
    checkov: ["CKV_AZURE_168"],
    psrule: ["AKS.NodeMinPods"],
    nist: ["CP-2", "SC-5"],
    docs: ["https://learn.microsoft.com/azure/aks/quotas-skus-regions"],
  },
  appliesTo: agentPoolHolders,
  parameters: {
    leastPods: {
      type: "integer",
      description: "Fewest pods that a node takes. Default: that of CKV_AZURE_168.",
      default: 50,
      minimum: 10,
      maximum: 250,
    },
  },
  check: everyAgentPool(function* (pool, parameters) {
    const leastPods = parameters.integer("leastPods");
    const pods = pool.at("maxPods");
    if ((pods.number ?? 0) < leastPods) yield pods.violates(`must be ${leastPods} or more`);
  }),
});
