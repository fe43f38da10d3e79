import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "keyvault-no-access-policies",
  title: "Key Vault has no access policies",
  severity: "medium",
  description:
    "With RBAC on, access policies do nothing until somebody turns RBAC off, and then they all come back to life.",
  remediation: "Remove properties.accessPolicies and assign the Key Vault roles instead.",
  references: {
    catalogue: ["KV-07"],
    psrule: ["KeyVault.AccessPolicy"],
    nist: ["AC-3", "AC-6"],
    pulumi: ["key-vault-access-policies", "keyvault-rbac-least-privilege"],
    docs: ["https://learn.microsoft.com/azure/key-vault/general/rbac-migration"],
  },
  appliesTo: ["azure-native:keyvault:Vault", "azure-native:keyvault:AccessPolicy"],
  *check({ kind, props }) {
    if (kind.name === "AccessPolicy") {
      yield { path: "policy", message: "the resource adds an access policy to a vault" };
      return;
    }
    const policies = props.at("properties.accessPolicies");
    if (policies.items().length > 0) yield policies.violates("must be empty");
  },
});
