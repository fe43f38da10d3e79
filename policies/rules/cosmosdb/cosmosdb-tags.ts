import { demandTags } from "../../azure/tag.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "cosmosdb-tags",
  title: "Cosmos DB accounts are tagged",
  severity: "low",
  enforcement: "advisory",
  description:
    "Of a resource without tags nobody knows whose it is, what it costs whom, and whether it may go. Advice, because tags may be inherited by policy.",
  remediation: "Set tags.",
  references: {
    catalogue: ["COS-17"],
    kics: ["tf:cosmos_db_account_without_tags"],
    nist: ["CM-8"],
    docs: ["https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources"],
  },
  appliesTo: [
    "azure-native:cosmosdb:DatabaseAccount",
    "azure-native:documentdb:DatabaseAccount",
    "azure-native:mongocluster:MongoCluster",
  ],
  check: demandTags,
});
