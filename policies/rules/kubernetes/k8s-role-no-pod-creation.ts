import { grantsNone, roles } from "../../kubernetes/role.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-role-no-pod-creation",
  title: "Roles do not create workloads",
  severity: "high",
  description:
    "Whoever may create a pod may mount every Secret of its namespace and run as every account there. Workloads come from the program that deploys them.",
  remediation: "Remove create on pods and on everything that makes pods from the role.",
  references: {
    catalogue: ["K8S-61"],
    cis: ["AKS 4.1.4"],
    trivy: ["KSV-0048"],
    kics: ["592ad21d"],
    nist: ["AC-3", "AC-6", "CM-5"],
    pulumi: ["k8s-rbac-create-pods-minimized"],
    docs: ["https://kubernetes.io/docs/concepts/security/rbac-good-practices/"],
  },
  appliesTo: roles,
  check: grantsNone([
    { apiGroup: "", resources: ["pods", "replicationcontrollers"], verbs: ["create"] },
    {
      apiGroup: "apps",
      resources: ["daemonsets", "deployments", "replicasets", "statefulsets"],
      verbs: ["create"],
    },
    { apiGroup: "batch", resources: ["cronjobs", "jobs"], verbs: ["create"] },
  ]),
});
