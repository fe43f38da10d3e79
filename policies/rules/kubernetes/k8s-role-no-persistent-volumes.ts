import { grantsNone, roles } from "../../kubernetes/role.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-role-no-persistent-volumes",
  title: "Roles do not create persistent volumes",
  severity: "high",
  description:
    "A PersistentVolume of type hostPath reaches every file of a node; volumes come from storage classes.",
  remediation:
    "Remove create on persistentvolumes from the role, and let pods claim volumes from a storage class.",
  references: {
    catalogue: ["K8S-67"],
    cis: ["AKS 4.1.8"],
    nist: ["AC-3", "AC-6", "MP-2"],
    docs: ["https://kubernetes.io/docs/concepts/security/rbac-good-practices/"],
  },
  appliesTo: roles,
  check: grantsNone([{ apiGroup: "", resources: ["persistentvolumes"], verbs: ["create"] }]),
});
