import { plansRequired } from "../../azure/defender-plan.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "defender-cspm",
  title: "Defender assesses the posture of the cloud",
  severity: "medium",
  enforcement: "advisory",
  description:
    "It finds weak settings and the paths that attackers would take. Judged only where the program chooses Defender plans at all; they belong to the subscription, and cost.",
  remediation: 'Add a security.Pricing with pricingName: "CloudPosture" and pricingTier: "Standard".',
  references: {
    catalogue: ["MON-34"],
    psrule: ["Defender.Cspm"],
    cis: ["Found6 8.1.1.1"],
    prowler: ["defender_ensure_defender_cspm_is_on"],
    nist: ["RA-5", "SI-4"],
    docs: ["https://learn.microsoft.com/azure/defender-for-cloud/defender-for-cloud-introduction"],
  },
  appliesTo: ["azure-native:security:Pricing"],
  reads: [],
  check: plansRequired(["CloudPosture"]),
});
