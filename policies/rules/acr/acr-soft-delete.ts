import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "acr-soft-delete",
  title: "ACR keeps deleted images for a while",
  severity: "low",
  enforcement: "disabled",
  description:
    "An image that is deleted by a slip, or on purpose, can then be brought back. Off by default, because Azure has either this or the removal of untagged images, and no registry with both.",
  remediation:
    'Set policies: { softDeletePolicy: { status: "enabled", retentionDays: 7 } }, without retentionPolicy.',
  references: {
    catalogue: ["ACR-10"],
    psrule: ["ACR.SoftDelete"],
    nist: ["CP-9", "SI-12"],
    docs: ["https://learn.microsoft.com/azure/container-registry/container-registry-soft-delete-policy"],
  },
  appliesTo: ["azure-native:containerregistry:Registry"],
  check: mustBe("policies.softDeletePolicy.status", "enabled"),
});
