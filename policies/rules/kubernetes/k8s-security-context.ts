import { everyContainer, everyPod } from "../../kubernetes/pod-check.ts";
import { kubernetesObjects } from "../../kubernetes/pod.ts";
import type { Property } from "../../property.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-security-context",
  title: "Pods and containers say what they may do",
  severity: "medium",
  description:
    "Without a security context a container gets the runtime's defaults: root, fourteen capabilities, a writable file system.",
  remediation: "Set securityContext on the pod and on every container.",
  references: {
    catalogue: ["K8S-25"],
    checkov: ["CKV_K8S_29", "CKV_K8S_30"],
    cis: ["AKS 4.6.2"],
    trivy: ["KSV-0118"],
    kics: ["a97a340a"],
    nist: ["AC-6", "CM-6"],
    pulumi: ["k8s-pod-security-context-applied"],
    docs: ["https://kubernetes.io/docs/tasks/configure-pod-container/security-context/"],
  },
  appliesTo: kubernetesObjects,
  *check(resource) {
    yield* everyPod(function* ({ spec, partial }) {
      const context = spec.at("securityContext");
      if (!partial && !describes(context)) yield context.violates("must be set");
    })(resource);
    yield* everyContainer(function* ({ pod, props }) {
      const context = props.at("securityContext");
      if (!pod.partial && !describes(context)) yield context.violates("must be set");
    })(resource);
  },
});

function describes(context: Property): boolean {
  return context.entries().length > 0;
}
