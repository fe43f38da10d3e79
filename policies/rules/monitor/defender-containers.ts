import { plansRequired } from "../../azure/defender-plan.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "defender-containers",
  title: "Defender watches containers, clusters and registries",
  severity: "medium",
  enforcement: "advisory",
  description:
    "It finds vulnerable images and reports attacks on clusters. Judged only where the program chooses Defender plans at all; they belong to the subscription, and cost.",
  remediation: 'Add a security.Pricing with pricingName: "Containers" and pricingTier: "Standard".',
  references: {
    catalogue: ["MON-26"],
    checkov: ["CKV_AZURE_85", "CKV_AZURE_86"],
    psrule: ["Defender.Containers"],
    azurePolicy: ["1c988dd6"],
    cis: ["Found6 8.1.4.1"],
    prowler: ["defender_ensure_defender_for_containers_is_on"],
    nist: ["RA-5", "SI-4"],
    pulumi: ["defender-for-cloud-enabled"],
    docs: ["https://learn.microsoft.com/azure/defender-for-cloud/defender-for-cloud-introduction"],
  },
  appliesTo: ["azure-native:security:Pricing"],
  reads: [],
  check: plansRequired(["Containers"]),
});
