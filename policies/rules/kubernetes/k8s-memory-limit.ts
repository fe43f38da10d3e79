import { everyContainer } from "../../kubernetes/pod-check.ts";
import { kubernetesObjects } from "../../kubernetes/pod.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-memory-limit",
  title: "Containers have a memory limit",
  severity: "medium",
  description: "A container without a limit that leaks memory takes its node's other pods with it.",
  remediation: "Set resources.limits.memory on every container.",
  references: {
    catalogue: ["K8S-39"],
    checkov: ["CKV_K8S_13"],
    azurePolicy: ["e345eecc"],
    trivy: ["KSV-0018"],
    kics: ["b14d1bc4"],
    nist: ["SC-5", "SC-6"],
    docs: ["https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/"],
  },
  appliesTo: kubernetesObjects,
  check: everyContainer(function* ({ pod, props }) {
    const limit = props.at("resources.limits.memory");
    if (!limit.isSet && !pod.partial) yield limit.violates("must be set");
  }),
});
