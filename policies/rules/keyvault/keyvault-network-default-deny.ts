import { demandOneOf } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "keyvault-network-default-deny",
  title: "The Key Vault firewall denies by default",
  severity: "high",
  description: "A vault answers the whole Internet unless it is told otherwise.",
  remediation:
    'Set properties.networkAcls: { defaultAction: "Deny", bypass: "AzureServices", … }, or properties.publicNetworkAccess: "Disabled".',
  references: {
    catalogue: ["KV-04"],
    checkov: ["CKV_AZURE_109"],
    psrule: ["KeyVault.Firewall"],
    azurePolicy: ["55615ac9", "ea4d6841"],
    trivy: ["AZU-0013"],
    nist: ["AC-4", "SC-7", "SC-7(5)"],
    pulumi: ["key-vault-network-access"],
    docs: ["https://learn.microsoft.com/azure/key-vault/general/network-security"],
  },
  appliesTo: ["azure-native:keyvault:Vault"],
  *check({ props }) {
    if (props.at("properties.publicNetworkAccess").is("Disabled")) return;
    yield* demandOneOf(props.at("properties.networkAcls.defaultAction"), ["Deny"]);
  },
});
