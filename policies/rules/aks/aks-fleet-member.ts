import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "aks-fleet-member",
  title: "AKS belongs to a fleet",
  severity: "low",
  enforcement: "disabled",
  description:
    "A fleet upgrades several clusters one after the other, and stops where one fails. Off by default, because a single cluster needs none.",
  remediation: "Add a containerservice.FleetMember whose clusterResourceId is the cluster's id output.",
  references: {
    catalogue: ["AKS-46"],
    azurePolicy: ["c7f49635"],
    nist: ["CM-2", "CM-3"],
    docs: ["https://learn.microsoft.com/azure/kubernetes-fleet/overview"],
  },
  appliesTo: ["azure-native:containerservice:ManagedCluster"],
  reads: ["azure-native:containerservice:FleetMember"],
  *check(stack) {
    const members = stack.ofType("azure-native:containerservice:FleetMember");
    for (const cluster of stack.ofType("azure-native:containerservice:ManagedCluster")) {
      if (!members.some((member) => member.dependenciesOf("clusterResourceId").includes(cluster.urn)))
        yield { path: "", message: "no fleet member of the stack is the cluster", resource: cluster };
    }
  },
});
