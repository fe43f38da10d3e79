import { demandOneOf } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "storage-customer-managed-key",
  title: "Storage is encrypted with a key of the customer",
  severity: "low",
  enforcement: "disabled",
  description:
    "Azure encrypts with its own keys already; a key of one's own can be rotated and withdrawn, at the price of an outage when it is lost. Off by default, because only some data demands it.",
  remediation:
    'Set encryption.keySource: "Microsoft.Keyvault" with encryption.keyVaultProperties, and keyType: "Account" for the queue and table services; in an encryption scope, source: "Microsoft.KeyVault".',
  references: {
    catalogue: ["STO-14"],
    checkov: ["CKV2_AZURE_1"],
    azurePolicy: ["6fac406b", "f0e5abd0", "7c322315", "b5ec538c"],
    trivy: ["AZU-0060"],
    prowler: ["storage_ensure_encryption_with_customer_managed_keys"],
    kics: ["tf:azure_storage_critical_data_cmk_manual"],
    nist: ["SC-12", "SC-28(1)"],
    pulumi: ["storage-account-uses-customer-managed-keys"],
    docs: [
      "https://learn.microsoft.com/azure/storage/common/customer-managed-keys-overview",
      "https://learn.microsoft.com/azure/storage/common/account-encryption-key-create",
    ],
  },
  appliesTo: ["azure-native:storage:StorageAccount", "azure-native:storage:EncryptionScope"],
  *check({ kind, props }) {
    if (kind.name === "EncryptionScope") {
      yield* demandOneOf(props.at("source"), ["Microsoft.KeyVault"]);
      return;
    }
    yield* demandOneOf(props.at("encryption.keySource"), ["Microsoft.Keyvault"]);
    for (const service of ["queue", "table"])
      yield* demandOneOf(props.at(`encryption.services.${service}.keyType`), ["Account"]);
  },
});
