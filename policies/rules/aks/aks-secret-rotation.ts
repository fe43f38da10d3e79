import { demandOneOf } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "aks-secret-rotation",
  title: "AKS mounts secrets from Key Vault and rotates them",
  severity: "medium",
  description:
    "The Key Vault provider keeps secrets out of the cluster's own store; rotation makes a renewed secret reach the pods without a redeployment.",
  remediation:
    'Set addonProfiles: { azureKeyvaultSecretsProvider: { enabled: true, config: { enableSecretRotation: "true" } } }.',
  references: {
    catalogue: ["AKS-23", "AKS-24"],
    checkov: ["CKV_AZURE_172"],
    psrule: ["AKS.SecretStore", "AKS.SecretStoreRotation"],
    cis: ["AKS 4.5.2"],
    nist: ["IA-5", "SC-12", "SC-28"],
    docs: ["https://learn.microsoft.com/azure/aks/csi-secrets-store-configuration-options"],
  },
  appliesTo: ["azure-native:containerservice:ManagedCluster"],
  *check({ props }) {
    const addon = props.at("addonProfiles").childIgnoringCase("azureKeyvaultSecretsProvider");
    yield* demandOneOf(addon.at("enabled"), [true]);
    yield* demandOneOf(addon.at("config.enableSecretRotation"), ["true"]);
  },
});
