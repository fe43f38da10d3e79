import { hostFieldUnset } from "../../kubernetes/host-field.ts";
import { kubernetesObjects } from "../../kubernetes/pod.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-no-host-network",
  title: "No pod uses its node's network",
  severity: "high",
  description:
    "On the node's network a pod escapes every NetworkPolicy, sees the node's traffic and reaches its identity endpoint.",
  remediation: "Remove hostNetwork, or set it to false.",
  references: {
    catalogue: ["K8S-05"],
    checkov: ["CKV_K8S_19", "CKV_K8S_4"],
    azurePolicy: ["82985f06"],
    cis: ["AKS 4.2.4"],
    trivy: ["KSV-0009"],
    kics: ["6b6bdfb3"],
    podSecurity: ["hostNamespaces (baseline)"],
    nist: ["AC-4", "AC-6", "SC-7", "SC-39"],
    pulumi: ["k8s-pod-security-host-network-minimized"],
    docs: ["https://kubernetes.io/docs/concepts/security/pod-security-standards/"],
  },
  appliesTo: kubernetesObjects,
  check: hostFieldUnset("hostNetwork"),
});
