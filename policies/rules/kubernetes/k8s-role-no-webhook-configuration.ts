import { grantsNone, roles } from "../../kubernetes/role.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-role-no-webhook-configuration",
  title: "Roles do not write admission webhooks",
  severity: "high",
  description:
    "A webhook sees and changes whatever is sent to the API server, Secrets included, and decides what is let in.",
  remediation:
    "Remove the verbs that write mutatingwebhookconfigurations and validatingwebhookconfigurations.",
  references: {
    catalogue: ["K8S-64"],
    checkov: ["CKV_K8S_155"],
    cis: ["AKS 4.1.11"],
    trivy: ["KSV-0114"],
    nist: ["AC-3", "AC-6", "CM-5"],
    docs: ["https://kubernetes.io/docs/concepts/security/rbac-good-practices/"],
  },
  appliesTo: roles,
  check: grantsNone([
    {
      apiGroup: "admissionregistration.k8s.io",
      resources: ["mutatingwebhookconfigurations", "validatingwebhookconfigurations"],
      verbs: ["create", "update", "patch", "delete", "deletecollection"],
    },
  ]),
});
