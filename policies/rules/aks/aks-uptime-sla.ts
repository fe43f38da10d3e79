import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "aks-uptime-sla",
  title: "AKS has a tier with a promised uptime",
  severity: "low",
  enforcement: "advisory",
  description:
    "The tier Free promises nothing, and is meant for trying out. Advice, because a development cluster may do with it.",
  remediation: 'Set sku: { name: "Base", tier: "Standard" }, or "Premium" for long-term support.',
  references: {
    catalogue: ["AKS-32"],
    checkov: ["CKV_AZURE_170"],
    psrule: ["AKS.UptimeSLA"],
    cis: ["Found6 6.1.5"],
    nist: ["CP-2", "CP-10"],
    docs: ["https://learn.microsoft.com/azure/aks/free-standard-pricing-tiers"],
  },
  appliesTo: ["azure-native:containerservice:ManagedCluster"],
  check: mustBe("sku.tier", "Standard", "Premium"),
});
