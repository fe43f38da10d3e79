import { demandOneOf } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "acr-untagged-retention",
  title: "ACR removes images that no tag names any more",
  severity: "low",
  enforcement: "advisory",
  description:
    "Every build leaves one behind that nobody scans or renews, and that can still be pulled by its digest. Advice, because it is a matter of tidiness. A registry with soft delete, which Azure has instead, is left out.",
  remediation: 'Set policies: { retentionPolicy: { status: "enabled", days: 7 } }.',
  references: {
    catalogue: ["ACR-09"],
    checkov: ["CKV_AZURE_167"],
    psrule: ["ACR.Retention"],
    nist: ["SI-2", "SI-12"],
    docs: ["https://learn.microsoft.com/azure/container-registry/container-registry-retention-policy"],
  },
  appliesTo: ["azure-native:containerregistry:Registry"],
  *check({ props }) {
    if (props.at("policies.softDeletePolicy.status").is("enabled")) return;
    yield* demandOneOf(props.at("policies.retentionPolicy.status"), ["enabled"]);
  },
});
