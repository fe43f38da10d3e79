import { plansRequired } from "../../azure/defender-plan.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "defender-resource-manager",
  title: "Defender watches the Resource Manager",
  severity: "medium",
  enforcement: "advisory",
  description:
    "It reports suspicious management operations of the whole subscription. Judged only where the program chooses Defender plans at all; they belong to the subscription, and cost.",
  remediation: 'Add a security.Pricing with pricingName: "Arm" and pricingTier: "Standard".',
  references: {
    catalogue: ["MON-31"],
    checkov: ["CKV_AZURE_234"],
    psrule: ["Defender.Arm"],
    azurePolicy: ["c3d20c29"],
    cis: ["Found6 8.1.9.1"],
    prowler: ["defender_ensure_defender_for_arm_is_on"],
    nist: ["RA-5", "SI-4"],
    docs: ["https://learn.microsoft.com/azure/defender-for-cloud/defender-for-cloud-introduction"],
  },
  appliesTo: ["azure-native:security:Pricing"],
  reads: [],
  check: plansRequired(["Arm"]),
});
