import { grantsNone, roles } from "../../kubernetes/role.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-role-no-certificate-approval",
  title: "Roles do not approve certificate requests",
  severity: "high",
  description: "Whoever approves certificates makes himself any user and any node of the cluster.",
  remediation: "Remove certificatesigningrequests/approval and the verb approve on signers from the role.",
  references: {
    catalogue: ["K8S-65"],
    checkov: ["CKV_K8S_156"],
    cis: ["AKS 4.1.10"],
    nist: ["AC-3", "AC-6", "IA-5(2)", "SC-17"],
    docs: ["https://kubernetes.io/docs/concepts/security/rbac-good-practices/"],
  },
  appliesTo: roles,
  check: grantsNone([
    {
      apiGroup: "certificates.k8s.io",
      resources: ["certificatesigningrequests/approval"],
      verbs: ["update", "patch"],
    },
    { apiGroup: "certificates.k8s.io", resources: ["signers"], verbs: ["approve", "sign"] },
  ]),
});
