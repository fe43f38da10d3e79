import { each } from "../../evaluate.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-no-wildcard-role",
  title: "Roles name their verbs and resources",
  severity: "high",
  description:
    "A wildcard also grants what nobody had in mind: escalate, impersonate, secrets, and every kind that is installed later.",
  remediation: "List apiGroups, resources and verbs one by one.",
  references: {
    catalogue: ["K8S-59"],
    checkov: ["CKV_K8S_49"],
    azurePolicy: ["ca8d5704"],
    cis: ["AKS 4.1.3"],
    trivy: ["KSV-0044", "KSV-0045", "KSV-0046", "KSV-0112"],
    kics: ["6b896afb"],
    nist: ["AC-3", "AC-6", "AC-6(1)"],
    pulumi: ["k8s-rbac-wildcard-use-minimized"],
    docs: ["https://kubernetes.io/docs/concepts/security/rbac-good-practices/"],
  },
  appliesTo: [
    "kubernetes:rbac.authorization.k8s.io:ClusterRole",
    "kubernetes:rbac.authorization.k8s.io:Role",
    "kubernetes:rbac.authorization.k8s.io:ClusterRolePatch",
    "kubernetes:rbac.authorization.k8s.io:RolePatch",
  ],
  check: ({ props }) =>
    each(props.at("rules").items(), function* (rule) {
      for (const list of ["verbs", "resources", "apiGroups"]) {
        for (const entry of rule.at(list).items()) {
          if (entry.is("*")) yield entry.violates("must be named");
        }
      }
    }),
});
