import { everyContainer } from "../../kubernetes/pod-check.ts";
import { kubernetesObjects } from "../../kubernetes/pod.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-cpu-limit",
  title: "Containers have a CPU limit",
  severity: "low",
  description: "A container without a limit that spins takes what its neighbours did not reserve.",
  remediation: "Set resources.limits.cpu on every container.",
  references: {
    catalogue: ["K8S-37"],
    checkov: ["CKV_K8S_11"],
    azurePolicy: ["e345eecc"],
    trivy: ["KSV-0011"],
    kics: ["4ac0e2b7"],
    nist: ["SC-5", "SC-6"],
    docs: ["https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/"],
  },
  appliesTo: kubernetesObjects,
  check: everyContainer(function* ({ pod, props }) {
    const limit = props.at("resources.limits.cpu");
    if (!limit.isSet && !pod.partial) yield limit.violates("must be set");
  }),
});
