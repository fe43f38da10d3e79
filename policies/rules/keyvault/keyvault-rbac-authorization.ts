import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "keyvault-rbac-authorization",
  title: "Key Vault authorizes with Azure RBAC",
  severity: "high",
  description:
    "Access policies let anyone with Contributor on the vault grant himself access; roles are separate, scoped and reviewed.",
  remediation: "Set properties.enableRbacAuthorization: true and assign the Key Vault roles.",
  references: {
    catalogue: ["KV-06"],
    psrule: ["KeyVault.RBAC"],
    azurePolicy: ["12d4fa5e"],
    cis: ["Found6 8.3.6"],
    prowler: ["keyvault_rbac_enabled"],
    nist: ["AC-3", "AC-6", "AC-6(7)"],
    docs: ["https://learn.microsoft.com/azure/key-vault/general/rbac-guide"],
  },
  appliesTo: ["azure-native:keyvault:Vault"],
  check: mustBe("properties.enableRbacAuthorization", true),
});
