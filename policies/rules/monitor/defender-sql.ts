import { plansRequired } from "../../azure/defender-plan.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "defender-sql",
  title: "Defender watches Azure SQL and SQL Server on machines",
  severity: "medium",
  enforcement: "advisory",
  description:
    "It reports injections and unusual access to databases. Judged only where the program chooses Defender plans at all; they belong to the subscription, and cost.",
  remediation:
    'Add a security.Pricing with pricingName: "SqlServers" and pricingTier: "Standard"; aAdd a security.Pricing with pricingName: "SqlServerVirtualMachines" and pricingTier: "Standard".',
  references: {
    catalogue: ["MON-27"],
    checkov: ["CKV_AZURE_69", "CKV_AZURE_79"],
    psrule: ["Defender.SQL", "Defender.SQLOnVM"],
    azurePolicy: ["7fe3b40f", "6581d072"],
    cis: ["Found6 8.1.7.3", "Found6 8.1.7.4"],
    prowler: [
      "defender_ensure_defender_for_azure_sql_databases_is_on",
      "defender_ensure_defender_for_sql_servers_is_on",
    ],
    nist: ["RA-5", "SI-4"],
    docs: ["https://learn.microsoft.com/azure/defender-for-cloud/defender-for-cloud-introduction"],
  },
  appliesTo: ["azure-native:security:Pricing"],
  reads: [],
  check: plansRequired(["SqlServers", "SqlServerVirtualMachines"]),
});
