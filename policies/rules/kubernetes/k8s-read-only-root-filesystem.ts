import { everyContainer } from "../../kubernetes/pod-check.ts";
import { kubernetesObjects, runsOnWindows } from "../../kubernetes/pod.ts";
import { demandOneOf } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-read-only-root-filesystem",
  title: "Containers have a read-only root filesystem",
  severity: "medium",
  description: "What cannot be written cannot be replaced: an intruder finds no place to put his tools.",
  remediation:
    "Set securityContext.readOnlyRootFilesystem: true and mount an emptyDir where the program writes.",
  references: {
    catalogue: ["K8S-09"],
    checkov: ["CKV_K8S_22"],
    azurePolicy: ["df49d893"],
    trivy: ["KSV-0014"],
    kics: ["a9c2f49d"],
    nist: ["CM-5", "CM-7", "SI-7"],
    pulumi: ["oss:enableReadOnlyRootFilesystem"],
    docs: ["https://kubernetes.io/docs/tasks/configure-pod-container/security-context/"],
  },
  appliesTo: kubernetesObjects,
  check: everyContainer(function* ({ pod, props }) {
    const readOnly = props.at("securityContext.readOnlyRootFilesystem");
    if (runsOnWindows(pod) || (pod.partial && !readOnly.isSet)) return;
    yield* demandOneOf(readOnly, [true]);
  }),
});
