import { demandOneOf } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "storage-infrastructure-encryption",
  title: "Storage is encrypted twice",
  severity: "low",
  enforcement: "advisory",
  description:
    "Encryption below the service's own, with other keys and another implementation, still holds when one of the two is broken. It can be chosen only when the account is made.",
  remediation:
    "Set encryption.requireInfrastructureEncryption: true (requireInfrastructureEncryption: true in an encryption scope).",
  references: {
    catalogue: ["STO-15"],
    azurePolicy: ["4733ea7b", "bfecdea6"],
    trivy: ["AZU-0061"],
    prowler: ["storage_infrastructure_encryption_is_enabled"],
    kics: ["tf:azure_storage_account_infrastructure_encryption_disabled"],
    nist: ["SC-28", "SC-28(1)"],
    pulumi: ["storage-account-infrastructure-encryption"],
    docs: ["https://learn.microsoft.com/azure/storage/common/infrastructure-encryption-enable"],
  },
  appliesTo: ["azure-native:storage:StorageAccount", "azure-native:storage:EncryptionScope"],
  *check({ kind, props }) {
    const path =
      kind.name === "EncryptionScope"
        ? "requireInfrastructureEncryption"
        : "encryption.requireInfrastructureEncryption";
    yield* demandOneOf(props.at(path), [true]);
  },
});
