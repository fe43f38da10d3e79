import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-no-cluster-admin-binding",
  title: "Nobody is bound to cluster-admin",
  severity: "high",
  description:
    "cluster-admin may do everything everywhere, also what is added later; administrators get it through Entra ID, with a record.",
  remediation:
    "Bind a role that names the resources and verbs that are needed, in the namespace where they are needed.",
  references: {
    catalogue: ["K8S-58"],
    azurePolicy: ["a3dc4946"],
    cis: ["AKS 4.1.1"],
    trivy: ["KSV-0111"],
    kics: ["249328b8"],
    nist: ["AC-3", "AC-6", "AC-6(1)", "AC-6(5)"],
    pulumi: ["k8s-cluster-admin-role-binding-minimized"],
    docs: ["https://kubernetes.io/docs/concepts/security/rbac-good-practices/"],
  },
  appliesTo: [
    "kubernetes:rbac.authorization.k8s.io:ClusterRoleBinding",
    "kubernetes:rbac.authorization.k8s.io:RoleBinding",
    "kubernetes:rbac.authorization.k8s.io:ClusterRoleBindingPatch",
    "kubernetes:rbac.authorization.k8s.io:RoleBindingPatch",
  ],
  *check({ props }) {
    const role = props.at("roleRef.name");
    if (props.at("roleRef.kind").is("ClusterRole") && role.is("cluster-admin")) {
      yield role.violates("must be a narrower role");
    }
  },
});
