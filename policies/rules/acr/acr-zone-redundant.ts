import { mustNotBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "acr-zone-redundant",
  title: "ACR keeps images in several zones",
  severity: "low",
  enforcement: "advisory",
  description:
    "While a registry is away no node can start what it does not hold yet. Azure spreads registries over zones by itself, where a region has them, unless it is told otherwise. Advice, because it is no matter of security.",
  remediation: 'Leave out zoneRedundancy, or set it to "Enabled", on the registry and on its replications.',
  references: {
    catalogue: ["ACR-07"],
    checkov: ["CKV_AZURE_233"],
    azurePolicy: ["9d2b0a20"],
    nist: ["CP-10", "SC-36"],
    docs: ["https://learn.microsoft.com/azure/container-registry/zone-redundancy"],
  },
  appliesTo: ["azure-native:containerregistry:Registry", "azure-native:containerregistry:Replication"],
  check: mustNotBe("zoneRedundancy", "Disabled"),
});
