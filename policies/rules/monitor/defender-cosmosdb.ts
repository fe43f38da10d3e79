import { plansRequired } from "../../azure/defender-plan.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "defender-cosmosdb",
  title: "Defender watches Cosmos DB",
  severity: "medium",
  enforcement: "advisory",
  description:
    "It reports injections and unusual access to accounts. Judged only where the program chooses Defender plans at all; they belong to the subscription, and cost.",
  remediation: 'Add a security.Pricing with pricingName: "CosmosDbs" and pricingTier: "Standard".',
  references: {
    catalogue: ["MON-32"],
    psrule: ["Defender.CosmosDb"],
    azurePolicy: ["adbe85b5"],
    cis: ["Found6 8.1.7.1"],
    prowler: ["defender_ensure_defender_for_cosmosdb_is_on"],
    nist: ["RA-5", "SI-4"],
    docs: ["https://learn.microsoft.com/azure/defender-for-cloud/defender-for-cloud-introduction"],
  },
  appliesTo: ["azure-native:security:Pricing"],
  reads: [],
  check: plansRequired(["CosmosDbs"]),
});
