import { hostFieldUnset } from "../../kubernetes/host-field.ts";
import { kubernetesObjects } from "../../kubernetes/pod.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-no-host-pid",
  title: "No pod sees its node's processes",
  severity: "high",
  description:
    "With hostPID a container reads the environment and memory of every process on the node, secrets included.",
  remediation: "Remove hostPID, or set it to false.",
  references: {
    catalogue: ["K8S-03"],
    checkov: ["CKV_K8S_17", "CKV_K8S_1"],
    azurePolicy: ["47a1ee2f"],
    cis: ["AKS 4.2.2"],
    trivy: ["KSV-0010"],
    kics: ["302736f4"],
    podSecurity: ["hostNamespaces (baseline)"],
    nist: ["AC-6", "SC-4", "SC-39"],
    pulumi: ["k8s-pod-security-host-pid-minimized"],
    docs: ["https://kubernetes.io/docs/concepts/security/pod-security-standards/"],
  },
  appliesTo: kubernetesObjects,
  check: hostFieldUnset("hostPID"),
});
