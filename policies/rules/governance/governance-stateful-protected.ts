import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "governance-stateful-protected",
  title: "What holds data is protected from deletion",
  severity: "medium",
  description:
    "A renamed resource, or a property that cannot be changed in place, makes Pulumi delete a database, a vault or a registry with all that is in it. Protection makes it stop instead.",
  remediation: "Give the resource the option protect: true; in a component, its argument protect.",
  references: {
    catalogue: ["X-17"],
    nist: ["CP-9", "SI-12"],
    docs: ["https://www.pulumi.com/docs/iac/concepts/resources/options/protect/"],
  },
  // For production: whoever tries something out wants to be able to delete it.
  enforcement: "disabled",
  appliesTo: [
    "azure-native:containerregistry:Registry",
    "azure-native:cosmosdb:DatabaseAccount",
    "azure-native:documentdb:DatabaseAccount",
    "azure-native:dbformysql:Server",
    "azure-native:dbformysql:Database",
    "azure-native:dbforpostgresql:Server",
    "azure-native:dbforpostgresql:Database",
    "azure-native:eventhub:Namespace",
    "azure-native:eventhub:EventHub",
    "azure-native:keyvault:Vault",
    "azure-native:keyvault:Key",
    "azure-native:keyvault:ManagedHsm",
    "azure-native:operationalinsights:Workspace",
    "azure-native:redis:Redis",
    "azure-native:redisenterprise:RedisEnterprise",
    "azure-native:servicebus:Namespace",
    "azure-native:servicebus:Queue",
    "azure-native:servicebus:Topic",
    "azure-native:sql:Server",
    "azure-native:sql:Database",
    "azure-native:storage:StorageAccount",
    "azure-native:storage:BlobContainer",
    "azure-native:storage:FileShare",
  ],
  *check({ options }) {
    if (!options.protect)
      yield { path: "", message: "the resource has not the option protect; it must be true" };
  },
});
