import { plansRequired } from "../../azure/defender-plan.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "defender-open-source-databases",
  title: "Defender watches PostgreSQL and MySQL",
  severity: "medium",
  enforcement: "advisory",
  description:
    "It reports guessed passwords and unusual access to databases. Judged only where the program chooses Defender plans at all; they belong to the subscription, and cost.",
  remediation:
    'Add a security.Pricing with pricingName: "OpenSourceRelationalDatabases" and pricingTier: "Standard".',
  references: {
    catalogue: ["MON-28"],
    psrule: ["Defender.OssRdb"],
    azurePolicy: ["0a9fbe0d"],
    cis: ["Found6 8.1.7.2"],
    prowler: ["defender_ensure_defender_for_os_relational_databases_is_on"],
    nist: ["RA-5", "SI-4"],
    docs: ["https://learn.microsoft.com/azure/defender-for-cloud/defender-for-cloud-introduction"],
  },
  appliesTo: ["azure-native:security:Pricing"],
  reads: [],
  check: plansRequired(["OpenSourceRelationalDatabases"]),
});
