import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "acr-sku-not-basic",
  title: "ACR is of SKU Standard or Premium",
  severity: "low",
  description:
    "Basic is meant for trying things out: least throughput and storage, and none of the network features that other rules ask for.",
  remediation: 'Set sku: { name: "Premium" }, or "Standard" where no private endpoint is needed.',
  references: {
    catalogue: ["ACR-06"],
    psrule: ["ACR.MinSku"],
    azurePolicy: ["bd560fc0"],
    cis: ["Found6 6.1.5"],
    nist: ["CP-2", "SC-5"],
    docs: ["https://learn.microsoft.com/azure/container-registry/container-registry-skus"],
  },
  appliesTo: ["azure-native:containerregistry:Registry"],
  check: mustBe("sku.name", "Premium", "Standard"),
});
