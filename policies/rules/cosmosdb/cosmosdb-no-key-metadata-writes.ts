import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "cosmosdb-no-key-metadata-writes",
  title: "Keys of Cosmos DB cannot change databases and containers",
  severity: "medium",
  description:
    "With a key, an application may otherwise delete a container or change its throughput, past the Resource Manager's roles and locks.",
  remediation: "Set disableKeyBasedMetadataWriteAccess: true.",
  references: {
    catalogue: ["COS-06"],
    checkov: ["CKV_AZURE_132"],
    psrule: ["Cosmos.DisableMetadataWrite"],
    azurePolicy: ["4750c32b"],
    nist: ["AC-6", "CM-5"],
    docs: [
      "https://learn.microsoft.com/azure/cosmos-db/role-based-access-control#prevent-sdk-changes",
      "https://learn.microsoft.com/azure/cosmos-db/audit-control-plane-logs",
    ],
  },
  appliesTo: ["azure-native:cosmosdb:DatabaseAccount", "azure-native:documentdb:DatabaseAccount"],
  check: mustBe("disableKeyBasedMetadataWriteAccess", true),
});
