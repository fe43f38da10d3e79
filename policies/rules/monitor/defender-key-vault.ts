import { plansRequired } from "../../azure/defender-plan.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "defender-key-vault",
  title: "Defender watches Key Vault",
  severity: "medium",
  enforcement: "advisory",
  description:
    "It reports unusual access to keys and secrets. Judged only where the program chooses Defender plans at all; they belong to the subscription, and cost.",
  remediation: 'Add a security.Pricing with pricingName: "KeyVaults" and pricingTier: "Standard".',
  references: {
    catalogue: ["MON-29"],
    checkov: ["CKV_AZURE_87"],
    psrule: ["Defender.KeyVault"],
    azurePolicy: ["0e6763cc"],
    cis: ["Found6 8.1.8.1"],
    prowler: ["defender_ensure_defender_for_keyvault_is_on"],
    nist: ["RA-5", "SI-4"],
    docs: ["https://learn.microsoft.com/azure/defender-for-cloud/defender-for-cloud-introduction"],
  },
  appliesTo: ["azure-native:security:Pricing"],
  reads: [],
  check: plansRequired(["KeyVaults"]),
});
