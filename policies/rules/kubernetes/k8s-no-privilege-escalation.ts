import { everyContainer } from "../../kubernetes/pod-check.ts";
import { kubernetesObjects, runsOnWindows } from "../../kubernetes/pod.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-no-privilege-escalation",
  title: "No container lets a process gain privileges",
  severity: "high",
  description:
    "Escalation is allowed by default: a setuid binary in the image then turns any user into root.",
  remediation: "Set securityContext.allowPrivilegeEscalation: false on every container.",
  references: {
    catalogue: ["K8S-02"],
    checkov: ["CKV_K8S_20", "CKV_K8S_5"],
    azurePolicy: ["1c6e92c9"],
    cis: ["AKS 4.2.5"],
    trivy: ["KSV-0001"],
    kics: ["5572cc5e", "0a7c420c"],
    podSecurity: ["allowPrivilegeEscalation (restricted)"],
    nist: ["AC-6", "AC-6(10)", "CM-7"],
    pulumi: ["k8s-pod-security-allow-privilege-escalation-minimized"],
    docs: ["https://kubernetes.io/docs/concepts/security/pod-security-standards/"],
  },
  appliesTo: kubernetesObjects,
  check: everyContainer(function* ({ pod, props }) {
    if (runsOnWindows(pod)) return;
    const escalation = props.at("securityContext.allowPrivilegeEscalation");
    if (escalation.is(false) || (pod.partial && !escalation.isSet)) return;
    yield escalation.violates("must be false");
  }),
});
