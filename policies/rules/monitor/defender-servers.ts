import { plansRequired } from "../../azure/defender-plan.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "defender-servers",
  title: "Defender watches machines, App Service and DNS",
  severity: "medium",
  enforcement: "advisory",
  description:
    "It reports malware, intrusions and suspicious name look-ups. Judged only where the program chooses Defender plans at all; they belong to the subscription, and cost.",
  remediation:
    'Add a security.Pricing with pricingName: "VirtualMachines" and pricingTier: "Standard"; aAdd a security.Pricing with pricingName: "AppServices" and pricingTier: "Standard"; aAdd a security.Pricing with pricingName: "Dns" and pricingTier: "Standard".',
  references: {
    catalogue: ["MON-35"],
    checkov: ["CKV_AZURE_55", "CKV_AZURE_61", "CKV_AZURE_19"],
    psrule: ["Defender.Servers", "Defender.AppServices", "Defender.Dns"],
    azurePolicy: ["4da35fc9", "2913021d"],
    cis: ["Found6 8.1.3.1", "Found6 8.1.6.1"],
    trivy: ["AZU-0045"],
    prowler: [
      "defender_ensure_defender_for_server_is_on",
      "defender_ensure_defender_for_app_services_is_on",
      "defender_ensure_defender_for_dns_is_on",
    ],
    kics: ["2081c7d6", "tf:security_center_pricing_tier_is_not_standard"],
    nist: ["RA-5", "SI-4"],
    pulumi: ["security-center-enabled"],
    docs: ["https://learn.microsoft.com/azure/defender-for-cloud/defender-for-cloud-introduction"],
  },
  appliesTo: ["azure-native:security:Pricing"],
  reads: [],
  check: plansRequired(["VirtualMachines", "AppServices", "Dns"]),
});
