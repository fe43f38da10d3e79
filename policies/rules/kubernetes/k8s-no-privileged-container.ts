import { everyContainer } from "../../kubernetes/pod-check.ts";
import { kubernetesObjects } from "../../kubernetes/pod.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-no-privileged-container",
  title: "No container is privileged",
  severity: "critical",
  description:
    "A privileged container has every capability and every device of its node: whoever breaks into it owns the node.",
  remediation: "Remove securityContext.privileged, or set it to false.",
  references: {
    catalogue: ["K8S-01"],
    checkov: ["CKV_K8S_16", "CKV_K8S_2"],
    azurePolicy: ["95edb821"],
    cis: ["AKS 4.2.1"],
    trivy: ["KSV-0017"],
    kics: ["dd29336b"],
    podSecurity: ["privileged (baseline)"],
    nist: ["AC-6", "AC-6(10)", "CM-7", "SC-39"],
    pulumi: ["k8s-pod-security-privileged-containers-minimized"],
    docs: ["https://kubernetes.io/docs/concepts/security/pod-security-standards/"],
  },
  appliesTo: kubernetesObjects,
  check: everyContainer(function* ({ props }) {
    const privileged = props.at("securityContext.privileged");
    if (privileged.is(true)) yield privileged.violates("must be false");
  }),
});
