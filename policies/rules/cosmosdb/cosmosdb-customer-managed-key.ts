import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "cosmosdb-customer-managed-key",
  title: "Cosmos DB is encrypted with a key of the customer",
  severity: "low",
  enforcement: "disabled",
  description:
    "Azure encrypts with its own keys already; a key of one's own can be rotated and withdrawn, at the price of an outage when it is lost. Off by default, because only some data demands it.",
  remediation: "Set keyVaultKeyUri to the key's address, without its version, when the account is made.",
  references: {
    catalogue: ["COS-07"],
    checkov: ["CKV_AZURE_100"],
    azurePolicy: ["1f905d99"],
    nist: ["SC-12", "SC-28(1)"],
    pulumi: ["cosmos-db-customer-managed-keys"],
    docs: ["https://learn.microsoft.com/azure/cosmos-db/how-to-setup-customer-managed-keys"],
  },
  appliesTo: ["azure-native:cosmosdb:DatabaseAccount", "azure-native:documentdb:DatabaseAccount"],
  *check({ props }) {
    const key = props.at("keyVaultKeyUri");
    if (!key.isSet) yield key.violates("must be the address of a key");
  },
});
