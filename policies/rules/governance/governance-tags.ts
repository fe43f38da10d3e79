import { demandTags } from "../../azure/tag.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "governance-tags",
  title: "Resources are tagged",
  severity: "low",
  enforcement: "advisory",
  description:
    "Of a resource without tags nobody knows whose it is, what it costs whom, and whether it may go. The rule advises, because tags may be inherited by policy.",
  remediation: "Set tags, with project and stack at least.",
  references: {
    catalogue: ["IAM-10"],
    psrule: ["Resource.UseTags", "Resource.RequiredTags", "Group.RequiredTags", "Subscription.RequiredTags"],
    azurePolicy: ["871b6d14", "96670d01"],
    kics: ["tf:team_tag_not_present"],
    nist: ["CM-8"],
    pulumi: ["resources-environment-tags", "resources-change-tracking-tags"],
    docs: ["https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources"],
  },
  appliesTo: [
    "azure-native:containerregistry:Registry",
    "azure-native:containerservice:ManagedCluster",
    "azure-native:dbforpostgresql:Server",
    "azure-native:eventhub:Namespace",
    "azure-native:keyvault:Vault",
    "azure-native:managedidentity:UserAssignedIdentity",
    "azure-native:monitor:AzureMonitorWorkspace",
    "azure-native:network:NetworkSecurityGroup",
    "azure-native:network:PrivateEndpoint",
    "azure-native:network:PublicIPAddress",
    "azure-native:network:VirtualNetwork",
    "azure-native:operationalinsights:Workspace",
    "azure-native:resources:ResourceGroup",
    "azure-native:sql:Server",
    "azure-native:storage:StorageAccount",
  ],
  parameters: {
    tags: {
      type: "array",
      items: { type: "string" },
      description: "Names of tags that every resource must have, besides having any.",
      default: [],
    },
  },
  *check(resource, parameters) {
    yield* demandTags(resource);
    const tags = resource.props.at("tags");
    for (const name of parameters.strings("tags")) {
      // Azure compares the names of tags without regard to case.
      const tag = tags.childIgnoringCase(name);
      if (!tag.isSet) yield tag.violates("must be set");
    }
  },
});
