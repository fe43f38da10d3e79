import { agentPoolsOf } from "../../azure/agent-pool.ts";
import { compareVersions } from "../../azure/version.ts";
import { each } from "../../evaluate.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "aks-pool-version",
  title: "AKS nodes have the version of their control plane",
  severity: "low",
  description:
    "A pool that stays behind keeps vulnerabilities that the control plane has lost, and blocks the next upgrade.",
  remediation: "Leave out orchestratorVersion, or set it to the cluster's kubernetesVersion.",
  references: {
    catalogue: ["AKS-41"],
    psrule: ["AKS.PoolVersion"],
    nist: ["CM-2", "SI-2"],
    docs: [
      "https://learn.microsoft.com/azure/aks/upgrade-aks-control-plane",
      "https://learn.microsoft.com/azure/aks/supported-kubernetes-versions",
    ],
  },
  appliesTo: ["azure-native:containerservice:ManagedCluster"],
  reads: ["azure-native:containerservice:AgentPool"],
  check: (stack) =>
    each(stack.ofType("azure-native:containerservice:ManagedCluster"), (cluster) => {
      const version = cluster.props.at("kubernetesVersion").string;
      const pools = [
        cluster,
        ...stack
          .ofType("azure-native:containerservice:AgentPool")
          .filter((pool) => pool.dependenciesOf("resourceName").includes(cluster.urn)),
      ];
      return each(pools, (holder) =>
        each(agentPoolsOf(holder), function* (pool) {
          const ofPool = pool.at("orchestratorVersion");
          const text = ofPool.string;
          if (version === undefined || text === undefined) return;
          if ((compareVersions(text, version) ?? 0) !== 0)
            yield { ...ofPool.violates(`must be ${version}, as that of the cluster`), resource: holder };
        }),
      );
    }),
});
