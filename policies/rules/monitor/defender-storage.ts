import { plansRequired } from "../../azure/defender-plan.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "defender-storage",
  title: "Defender watches storage, scans for malware and finds sensitive data",
  severity: "medium",
  enforcement: "advisory",
  description:
    "It reports unusual access, malware and sensitive data that is exposed. Judged only where the program chooses Defender plans at all; they belong to the subscription, and cost.",
  remediation:
    'Add a security.Pricing with pricingName: "StorageAccounts" and pricingTier: "Standard", with its extensions OnUploadMalwareScanning and SensitiveDataDiscovery on.',
  references: {
    catalogue: ["MON-30"],
    checkov: ["CKV_AZURE_84"],
    psrule: ["Defender.Storage", "Defender.Storage.MalwareScan", "Defender.Storage.DataScan"],
    azurePolicy: ["640d2586"],
    cis: ["Found6 8.1.5.1"],
    prowler: ["defender_ensure_defender_for_storage_is_on"],
    nist: ["RA-5", "SI-4"],
    docs: ["https://learn.microsoft.com/azure/defender-for-cloud/defender-for-cloud-introduction"],
  },
  appliesTo: ["azure-native:security:Pricing"],
  reads: [],
  check: plansRequired(["StorageAccounts"], ["OnUploadMalwareScanning", "SensitiveDataDiscovery"]),
});
