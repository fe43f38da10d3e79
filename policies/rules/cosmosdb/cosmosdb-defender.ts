import { defenceRequired, threatProtection } from "../../azure/defended.ts";
import { defenderPlans } from "../../azure/defender-plan.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "cosmosdb-defender",
  title: "Defender watches Cosmos DB accounts",
  severity: "medium",
  enforcement: "advisory",
  description:
    "Defender reports injections and unusual access. Advice, because the plan may be on for the whole subscription, which no stack shows.",
  remediation:
    "Add a security.AdvancedThreatProtection with isEnabled: true whose resourceId is the account's id output, or the Defender plan CosmosDbs in the Standard tier.",
  references: {
    catalogue: ["COS-12"],
    psrule: ["Cosmos.DefenderCloud"],
    nist: ["RA-5", "SI-4"],
    docs: ["https://learn.microsoft.com/azure/defender-for-cloud/concept-defender-for-cosmos"],
  },
  appliesTo: ["azure-native:cosmosdb:DatabaseAccount", "azure-native:documentdb:DatabaseAccount"],
  reads: [...defenderPlans, ...threatProtection],
  check: defenceRequired(
    ["azure-native:cosmosdb:DatabaseAccount", "azure-native:documentdb:DatabaseAccount"],
    "CosmosDbs",
  ),
});
