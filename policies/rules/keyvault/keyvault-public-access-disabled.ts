import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "keyvault-public-access-disabled",
  title: "Key Vault is closed to public networks",
  severity: "high",
  description:
    "An open vault is one leaked credential away from a stranger; with a private endpoint he also needs to stand in the network.",
  remediation: 'Set properties.publicNetworkAccess: "Disabled" and add a private endpoint.',
  references: {
    catalogue: ["KV-03"],
    checkov: ["CKV_AZURE_189"],
    azurePolicy: ["405c5871"],
    cis: ["Found6 8.3.7"],
    prowler: ["keyvault_access_only_through_private_endpoints"],
    nist: ["AC-3", "AC-4", "SC-7", "SC-7(5)"],
    docs: ["https://learn.microsoft.com/azure/key-vault/general/network-security"],
  },
  appliesTo: ["azure-native:keyvault:Vault"],
  check: mustBe("properties.publicNetworkAccess", "Disabled", "SecuredByPerimeter"),
});
