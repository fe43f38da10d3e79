import { hostFieldUnset } from "../../kubernetes/host-field.ts";
import { kubernetesObjects } from "../../kubernetes/pod.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-no-host-ipc",
  title: "No pod shares its node's memory segments",
  severity: "high",
  description: "With hostIPC a container reads and writes the shared memory of every process on the node.",
  remediation: "Remove hostIPC, or set it to false.",
  references: {
    catalogue: ["K8S-04"],
    checkov: ["CKV_K8S_18", "CKV_K8S_3"],
    azurePolicy: ["47a1ee2f"],
    cis: ["AKS 4.2.3"],
    trivy: ["KSV-0008"],
    kics: ["cd290efd"],
    podSecurity: ["hostNamespaces (baseline)"],
    nist: ["AC-6", "SC-4", "SC-39"],
    pulumi: ["k8s-pod-security-host-ipc-minimized"],
    docs: ["https://kubernetes.io/docs/concepts/security/pod-security-standards/"],
  },
  appliesTo: kubernetesObjects,
  check: hostFieldUnset("hostIPC"),
});
