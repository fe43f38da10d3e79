import { grantsNone, roles } from "../../kubernetes/role.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-role-no-service-status",
  title: "Roles do not write the status of Services",
  severity: "medium",
  description:
    "A load balancer address that is written into a Service's status draws traffic of others to it (CVE-2020-8554).",
  remediation: "Remove update and patch on services/status from the role.",
  references: {
    catalogue: ["K8S-66"],
    checkov: ["CKV2_K8S_4"],
    nist: ["AC-3", "AC-4", "AC-6"],
    docs: ["https://kubernetes.io/docs/concepts/security/rbac-good-practices/"],
  },
  appliesTo: roles,
  check: grantsNone([{ apiGroup: "", resources: ["services/status"], verbs: ["update", "patch"] }]),
});
