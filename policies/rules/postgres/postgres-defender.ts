import { defenceRequired, threatProtection } from "../../azure/defended.ts";
import { defenderPlans } from "../../azure/defender-plan.ts";
import { postgresServers } from "../../azure/postgres-parameter.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "postgres-defender",
  title: "Defender watches PostgreSQL servers",
  severity: "medium",
  enforcement: "disabled",
  description:
    "Defender reports guessed passwords and unusual access. Off by default, because the plan is a matter of the whole subscription, which no stack shows.",
  remediation:
    "Add the Defender plan OpenSourceRelationalDatabases in the Standard tier, or a security.AdvancedThreatProtection with isEnabled: true whose resourceId is the server's id output.",
  references: {
    catalogue: ["PG-21"],
    checkov: ["CKV_AZURE_128"],
    psrule: ["PostgreSQL.DefenderCloud"],
    azurePolicy: ["d38668f5"],
    kics: ["tf:postgresql_server_threat_detection_policy_disabled"],
    nist: ["RA-5", "SI-4"],
    docs: ["https://learn.microsoft.com/azure/defender-for-cloud/defender-for-databases-introduction"],
  },
  appliesTo: ["azure-native:dbforpostgresql:Server"],
  reads: [...defenderPlans, ...threatProtection],
  check: defenceRequired(postgresServers, "OpenSourceRelationalDatabases"),
});
