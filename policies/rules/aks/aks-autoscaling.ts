import { agentPoolHolders, everyAgentPool } from "../../azure/agent-pool.ts";
import { demandOneOf } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "aks-autoscaling",
  title: "AKS pools grow and shrink by themselves",
  severity: "low",
  enforcement: "advisory",
  description:
    "A pool of a fixed size is too small under load and too dear without. Advice, because a development cluster may do with a fixed one.",
  remediation: "Set enableAutoScaling: true with minCount and maxCount on every agent pool.",
  references: {
    catalogue: ["AKS-36"],
    psrule: ["AKS.AutoScaling"],
    nist: ["CP-2", "SC-5"],
    docs: ["https://learn.microsoft.com/azure/aks/cluster-autoscaler-overview"],
  },
  appliesTo: agentPoolHolders,
  check: everyAgentPool((pool) => demandOneOf(pool.at("enableAutoScaling"), [true])),
});
