import { grantsNone, roles } from "../../kubernetes/role.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-role-no-node-proxy",
  title: "Roles do not reach into running pods or nodes",
  severity: "high",
  description:
    "exec, attach and port-forward run inside of other pods, and nodes/proxy does so past the API server's audit log.",
  remediation: "Remove pods/exec, pods/attach, pods/portforward and nodes/proxy from the role.",
  references: {
    catalogue: ["K8S-63"],
    checkov: ["CKV2_K8S_2"],
    cis: ["AKS 4.1.9"],
    trivy: ["KSV-0047", "KSV-0053", "KSV-0054"],
    nist: ["AC-3", "AC-6", "AC-17", "AU-12"],
    docs: ["https://kubernetes.io/docs/concepts/security/rbac-good-practices/"],
  },
  appliesTo: roles,
  check: grantsNone([
    {
      apiGroup: "",
      resources: ["nodes/proxy", "pods/exec", "pods/attach", "pods/portforward"],
      verbs: ["get", "create", "update", "patch", "delete"],
    },
  ]),
});
