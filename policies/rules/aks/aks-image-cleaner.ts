import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "aks-image-cleaner",
  title: "AKS removes images that nobody uses",
  severity: "low",
  description: "Old images on the nodes hold vulnerabilities that a pod can be started from without a pull.",
  remediation: "Set securityProfile: { imageCleaner: { enabled: true, intervalHours: 168 } }.",
  references: {
    catalogue: ["AKS-31"],
    azurePolicy: ["af3c26b2"],
    nist: ["CM-7", "RA-5", "SI-2"],
    docs: ["https://learn.microsoft.com/azure/aks/image-cleaner"],
  },
  appliesTo: ["azure-native:containerservice:ManagedCluster"],
  check: mustBe("securityProfile.imageCleaner.enabled", true),
});
