import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "cosmosdb-automatic-failover",
  title: "Cosmos DB fails over by itself",
  severity: "low",
  enforcement: "advisory",
  description:
    "Otherwise an outage of the write region lasts until somebody fails over by hand. Advice, because it matters only with a second region.",
  remediation: "Set enableAutomaticFailover: true.",
  references: {
    catalogue: ["COS-10"],
    prowler: ["cosmosdb_account_automatic_failover_enabled"],
    nist: ["CP-10"],
    docs: ["https://learn.microsoft.com/azure/reliability/reliability-cosmos-db-nosql"],
  },
  appliesTo: ["azure-native:cosmosdb:DatabaseAccount", "azure-native:documentdb:DatabaseAccount"],
  check: mustBe("enableAutomaticFailover", true),
});
