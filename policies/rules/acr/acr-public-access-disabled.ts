import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "acr-public-access-disabled",
  title: "ACR is not reachable from the Internet",
  severity: "high",
  description:
    "The registry decides what runs in the cluster; Azure leaves it open to the Internet unless told otherwise.",
  remediation:
    'Set publicNetworkAccess: "Disabled" (Premium) and reach the registry through a private endpoint.',
  references: {
    catalogue: ["ACR-03"],
    checkov: ["CKV_AZURE_139"],
    azurePolicy: ["0fdf0491"],
    prowler: ["containerregistry_not_publicly_accessible"],
    nist: ["AC-3", "AC-17", "SC-7"],
    docs: ["https://learn.microsoft.com/azure/container-registry/container-registry-private-endpoints"],
  },
  appliesTo: ["azure-native:containerregistry:Registry"],
  check: mustBe("publicNetworkAccess", "Disabled"),
});
