import { nameOf } from "../../azure/resource-name.ts";
import type { NameFormat } from "../../azure/resource-name.ts";
import { resourceRule } from "../../rule.ts";

const vaultName: NameFormat = {
  pattern: /^(?!.*--)[A-Za-z][A-Za-z0-9-]{1,22}[A-Za-z0-9]$/,
  allowed: "3 to 24 letters, digits and single dashes, beginning with a letter and not ending with a dash",
};

const objectName: NameFormat = {
  pattern: /^[A-Za-z0-9-]{1,127}$/,
  allowed: "1 to 127 letters, digits and dashes",
};

export default resourceRule({
  id: "keyvault-names",
  title: "Names of vaults, keys and secrets are ones that Azure accepts",
  severity: "low",
  description: "A name that Azure refuses stops an update in the middle; left out, Pulumi makes one up.",
  remediation:
    "Name a vault with 3 to 24 letters, digits and single dashes, and a key or secret with 1 to 127 letters, digits and dashes.",
  references: {
    catalogue: ["KV-16"],
    psrule: ["KeyVault.Name", "KeyVault.KeyName", "KeyVault.SecretName"],
    nist: ["CM-6", "CM-8"],
    docs: [
      "https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftkeyvault",
    ],
  },
  appliesTo: ["azure-native:keyvault:Vault", "azure-native:keyvault:Key", "azure-native:keyvault:Secret"],
  *check(resource) {
    yield* nameOf("vaultName", vaultName)(resource);
    yield* nameOf("keyName", objectName)(resource);
    yield* nameOf("secretName", objectName)(resource);
  },
});
