import { grantsNone, roles } from "../../kubernetes/role.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-role-no-escalation",
  title: "Roles do not let anybody gain more permissions",
  severity: "critical",
  description:
    "With bind, escalate or impersonate, or by writing roles and bindings, their holder gives himself whatever he likes.",
  remediation:
    "Remove the verbs bind, escalate and impersonate, and every verb that writes roles and bindings.",
  references: {
    catalogue: ["K8S-62"],
    checkov: ["CKV_K8S_157", "CKV_K8S_158", "CKV2_K8S_1", "CKV2_K8S_3"],
    cis: ["AKS 4.1.7"],
    trivy: ["KSV-0043", "KSV-0050", "KSV-0051", "KSV-0052", "KSV-0055"],
    nist: ["AC-2(7)", "AC-3", "AC-6", "AC-6(1)"],
    docs: ["https://kubernetes.io/docs/concepts/security/rbac-good-practices/"],
  },
  appliesTo: roles,
  check: grantsNone([
    {
      apiGroup: "rbac.authorization.k8s.io",
      resources: ["roles", "clusterroles"],
      verbs: ["bind", "escalate"],
    },
    {
      apiGroup: "rbac.authorization.k8s.io",
      resources: ["roles", "clusterroles", "rolebindings", "clusterrolebindings"],
      verbs: ["create", "update", "patch", "delete", "deletecollection"],
    },
    { apiGroup: "", resources: ["users", "groups", "serviceaccounts"], verbs: ["impersonate"] },
    { apiGroup: "authentication.k8s.io", resources: ["userextras", "uids"], verbs: ["impersonate"] },
  ]),
});
