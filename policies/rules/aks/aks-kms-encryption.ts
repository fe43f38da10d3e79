import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "aks-kms-encryption",
  title: "Secrets in AKS are encrypted with a key in Key Vault",
  severity: "low",
  enforcement: "disabled",
  description:
    "Azure encrypts with its own keys already; a key of one's own can be rotated and withdrawn, at the price of an outage when it is lost. Off by default, because only some data demands it.",
  remediation:
    "Set securityProfile.azureKeyVaultKms: { enabled: true, keyId, keyVaultNetworkAccess, keyVaultResourceId }.",
  references: {
    catalogue: ["AKS-22"],
    azurePolicy: ["dbbdc317"],
    cis: ["AKS 5.3.1"],
    nist: ["SC-12", "SC-28", "SC-28(1)"],
    pulumi: ["aks-secret-encryption"],
    docs: ["https://learn.microsoft.com/azure/aks/use-kms-etcd-encryption"],
  },
  appliesTo: ["azure-native:containerservice:ManagedCluster"],
  check: mustBe("securityProfile.azureKeyVaultKms.enabled", true),
});
