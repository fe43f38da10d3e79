import { grantsNone, roles } from "../../kubernetes/role.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-role-no-token-creation",
  title: "Roles do not create tokens of service accounts",
  severity: "high",
  description: "A token for any account of the namespace is a way to act as any of them.",
  remediation: "Remove create on serviceaccounts/token from the role.",
  references: {
    catalogue: ["K8S-68"],
    cis: ["AKS 4.1.12"],
    nist: ["AC-3", "AC-6", "IA-5"],
    docs: ["https://kubernetes.io/docs/concepts/security/rbac-good-practices/"],
  },
  appliesTo: roles,
  check: grantsNone([{ apiGroup: "", resources: ["serviceaccounts/token"], verbs: ["create"] }]),
});
