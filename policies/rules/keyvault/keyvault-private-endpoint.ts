import { privateEndpointRequired, privateEndpoints } from "../../azure/private-endpoint.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "keyvault-private-endpoint",
  title: "Key Vault is reached by a private endpoint",
  severity: "medium",
  description:
    "Without a private endpoint the vault's secrets travel to a public address, and a firewall rule is all that keeps others away.",
  remediation:
    "Add a PrivateEndpoint with the group vault whose privateLinkServiceConnections name the vault.",
  references: {
    catalogue: ["KV-05"],
    checkov: ["CKV2_AZURE_32"],
    azurePolicy: ["a6abeaec"],
    cis: ["Found6 8.3.8"],
    prowler: ["keyvault_private_endpoints"],
    nist: ["AC-4", "SC-7", "SC-7(5)"],
    docs: ["https://learn.microsoft.com/azure/key-vault/general/private-link-service"],
  },
  appliesTo: ["azure-native:keyvault:Vault"],
  reads: privateEndpoints,
  check: privateEndpointRequired(["azure-native:keyvault:Vault"]),
});
