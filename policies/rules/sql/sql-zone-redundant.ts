import { demandOneOf } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "sql-zone-redundant",
  title: "Azure SQL databases stand in several zones",
  severity: "low",
  enforcement: "advisory",
  description:
    "Without it the loss of a zone is an outage. Advice, because it costs more. Tiers that have no zones, and databases of a pool, which has them itself, are left out.",
  remediation: "Set zoneRedundant: true on the database or its elastic pool.",
  references: {
    catalogue: ["SQL-24"],
    checkov: ["CKV_AZURE_229"],
    azurePolicy: ["6221cac0", "f16a3ca9"],
    nist: ["CP-10", "SC-36"],
    pulumi: ["sql-database-high-availability"],
    docs: [
      "https://learn.microsoft.com/azure/azure-sql/database/high-availability-sla-local-zone-redundancy",
    ],
  },
  appliesTo: ["azure-native:sql:Database", "azure-native:sql:ElasticPool"],
  *check({ props }) {
    if (props.at("elasticPoolId").isSet || props.at("sku.tier").is("Basic", "Standard")) return;
    yield* demandOneOf(props.at("zoneRedundant"), [true]);
  },
});
