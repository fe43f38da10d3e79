import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "aks-backup",
  title: "AKS is backed up",
  severity: "low",
  enforcement: "disabled",
  description:
    "What was changed in the cluster by other ways than Pulumi, and what lies in its volumes, is otherwise gone with it. Off by default, because a cluster without state can be made again.",
  remediation:
    "Add a kubernetesconfiguration.Extension of the type microsoft.dataprotection.kubernetes, and a dataprotection.BackupInstance for the cluster.",
  references: {
    catalogue: ["AKS-45"],
    azurePolicy: ["fda9cd0b", "0b0434ec"],
    nist: ["CP-9", "CP-10"],
    docs: ["https://learn.microsoft.com/azure/backup/azure-kubernetes-service-backup-overview"],
  },
  appliesTo: ["azure-native:containerservice:ManagedCluster"],
  reads: ["azure-native:dataprotection:BackupInstance", "azure-native:kubernetesconfiguration:Extension"],
  *check(stack) {
    for (const cluster of stack.ofType("azure-native:containerservice:ManagedCluster")) {
      const extended = stack
        .ofType("azure-native:kubernetesconfiguration:Extension")
        .some(
          (extension) =>
            extension.dependenciesOf("clusterName").includes(cluster.urn) &&
            extension.props.at("extensionType").is("microsoft.dataprotection.kubernetes"),
        );
      if (!extended)
        yield { path: "", message: "the stack gives the cluster no backup extension", resource: cluster };
      const kept = stack
        .ofType("azure-native:dataprotection:BackupInstance")
        .some((instance) => instance.dependenciesOf("properties").includes(cluster.urn));
      if (!kept)
        yield { path: "", message: "no backup instance of the stack keeps the cluster", resource: cluster };
    }
  },
});
