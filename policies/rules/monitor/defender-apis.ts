import { plansRequired } from "../../azure/defender-plan.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "defender-apis",
  title: "Defender watches APIs",
  severity: "medium",
  enforcement: "advisory",
  description:
    "It finds APIs without authentication and reports attacks on them. Judged only where the program chooses Defender plans at all; they belong to the subscription, and cost.",
  remediation: 'Add a security.Pricing with pricingName: "Api" and pricingTier: "Standard".',
  references: {
    catalogue: ["MON-33"],
    psrule: ["Defender.Api"],
    azurePolicy: ["7926a6d1"],
    cis: ["Found6 8.1.2.1"],
    nist: ["RA-5", "SI-4"],
    docs: ["https://learn.microsoft.com/azure/defender-for-cloud/defender-for-cloud-introduction"],
  },
  appliesTo: ["azure-native:security:Pricing"],
  reads: [],
  check: plansRequired(["Api"]),
});
