import { each } from "../../evaluate.ts";
import { demandOneOf } from "../../requirement.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "aks-deployment-safeguards",
  title: "AKS refuses workloads that break its safeguards",
  severity: "low",
  enforcement: "advisory",
  description:
    "Deployment safeguards hold for what reaches the cluster by other ways than Pulumi as well. Advice, because the policies in this pack judge what Pulumi brings.",
  remediation:
    'Add a containerservice.DeploymentSafeguard with level: "Enforce" whose resourceUri is the cluster\'s id output.',
  references: {
    catalogue: ["X-12"],
    nist: ["CM-6", "CM-7"],
    docs: ["https://learn.microsoft.com/azure/aks/deployment-safeguards"],
  },
  appliesTo: ["azure-native:containerservice:ManagedCluster"],
  reads: ["azure-native:containerservice:DeploymentSafeguard"],
  check: (stack) =>
    each(stack.ofType("azure-native:containerservice:ManagedCluster"), function* (cluster) {
      const safeguards = stack
        .ofType("azure-native:containerservice:DeploymentSafeguard")
        .filter((safeguard) => safeguard.dependenciesOf("resourceUri").includes(cluster.urn));
      if (safeguards.length === 0)
        yield {
          path: "",
          message: "the stack sets no deployment safeguards for the cluster",
          resource: cluster,
        };
      yield* each(safeguards, function* (safeguard) {
        for (const finding of demandOneOf(safeguard.props.at("level"), ["Enforce"]))
          yield { ...finding, resource: safeguard };
      });
    }),
});
