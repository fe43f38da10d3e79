import { mustNotBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "cosmosdb-paid-tier",
  title: "Cosmos DB has a paid tier",
  severity: "low",
  description: "The free tier has no SLA, and there is one in a subscription.",
  remediation: "Leave out enableFreeTier, or set it to false.",
  references: {
    catalogue: ["COS-13"],
    psrule: ["Cosmos.SLA"],
    nist: ["CP-2"],
    docs: ["https://learn.microsoft.com/azure/cosmos-db/free-tier"],
  },
  appliesTo: ["azure-native:cosmosdb:DatabaseAccount", "azure-native:documentdb:DatabaseAccount"],
  check: mustNotBe("enableFreeTier", true),
});
