import { defenceRequired, threatProtection } from "../../azure/defended.ts";
import { defenderPlans } from "../../azure/defender-plan.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "mysql-defender",
  title: "Defender watches MySQL servers",
  severity: "medium",
  enforcement: "advisory",
  description:
    "Defender reports guessed passwords and unusual access. Advice, because the plan may be on for the whole subscription, which no stack shows.",
  remediation:
    "Add the Defender plan OpenSourceRelationalDatabases in the Standard tier, or a security.AdvancedThreatProtection with isEnabled: true whose resourceId is the server's id output.",
  references: {
    catalogue: ["MYS-13"],
    checkov: ["CKV_AZURE_127"],
    psrule: ["MySQL.DefenderCloud"],
    azurePolicy: ["3bc8a0d5"],
    nist: ["RA-5", "SI-4"],
    docs: ["https://learn.microsoft.com/azure/defender-for-cloud/defender-for-databases-introduction"],
  },
  appliesTo: ["azure-native:dbformysql:Server"],
  reads: [...defenderPlans, ...threatProtection],
  check: defenceRequired(["azure-native:dbformysql:Server"], "OpenSourceRelationalDatabases"),
});
