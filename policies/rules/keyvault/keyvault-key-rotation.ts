import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "keyvault-key-rotation",
  title: "Keys of Key Vault rotate by themselves",
  severity: "medium",
  description: "What must be changed by hand is changed late, and in a hurry.",
  remediation: 'Set properties.rotationPolicy.lifetimeActions with an action of type "rotate".',
  references: {
    catalogue: ["KV-13"],
    psrule: ["KeyVault.AutoRotationPolicy"],
    azurePolicy: ["d8cf8476"],
    cis: ["Found6 8.3.9"],
    prowler: ["keyvault_key_rotation_enabled"],
    kics: ["tf:azure_key_vault_key_rotation_disabled"],
    nist: ["SC-12", "SC-12(1)"],
    pulumi: ["key-vault-key-rotation"],
    docs: ["https://learn.microsoft.com/azure/key-vault/keys/how-to-configure-key-rotation"],
  },
  appliesTo: ["azure-native:keyvault:Key"],
  *check({ props }) {
    const actions = props.at("properties.rotationPolicy.lifetimeActions");
    if (!actions.items().some((action) => action.at("action.type").is("rotate")))
      yield actions.violates('must hold an action of type "rotate"');
  },
});
