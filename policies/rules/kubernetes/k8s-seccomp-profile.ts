import { everyContainer } from "../../kubernetes/pod-check.ts";
import { kubernetesObjects, runsOnWindows } from "../../kubernetes/pod.ts";
import { demandOneOf } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-seccomp-profile",
  title: "Containers run under a seccomp profile",
  severity: "medium",
  description:
    "Without a profile a container may call the whole kernel, rarely used and vulnerable corners included.",
  remediation:
    'Set securityContext.seccompProfile: { type: "RuntimeDefault" } on the pod or on every container.',
  references: {
    catalogue: ["K8S-14"],
    checkov: ["CKV_K8S_31", "CKV_K8S_32"],
    azurePolicy: ["975ce327"],
    trivy: ["KSV-0030", "KSV-0104"],
    kics: ["f377b83e"],
    podSecurity: ["seccompProfile_baseline (baseline)", "seccompProfile_restricted (restricted)"],
    nist: ["CM-7", "SC-39"],
    docs: ["https://kubernetes.io/docs/tutorials/security/seccomp/"],
  },
  appliesTo: kubernetesObjects,
  check: everyContainer(function* ({ pod, props }) {
    if (runsOnWindows(pod)) return;
    const own = props.at("securityContext.seccompProfile.type");
    const profile = own.isSet ? own : pod.spec.at("securityContext.seccompProfile.type");
    if (pod.partial && !profile.isSet) return;
    yield* demandOneOf(profile, ["RuntimeDefault", "Localhost"]);
  }),
});
