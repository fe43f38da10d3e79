import { each } from "../../evaluate.ts";
import { everyPod } from "../../kubernetes/pod-check.ts";
import { kubernetesObjects } from "../../kubernetes/pod.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-no-host-path",
  title: "No pod mounts a directory of its node",
  severity: "high",
  description:
    "A hostPath volume reaches the node's files: credentials, container sockets, other pods' data.",
  remediation: "Use a PersistentVolumeClaim, an emptyDir, a ConfigMap or a Secret instead of hostPath.",
  references: {
    catalogue: ["K8S-19"],
    azurePolicy: ["098fc59e"],
    trivy: ["KSV-0023", "KSV-0121"],
    kics: ["aa8f7a35", "5308a7a8", "b7652612"],
    podSecurity: ["hostPathVolumes (baseline)"],
    nist: ["AC-6", "MP-2", "SC-39"],
    docs: ["https://kubernetes.io/docs/concepts/storage/volumes/#hostpath"],
  },
  appliesTo: kubernetesObjects,
  check: everyPod(({ spec }) =>
    each(spec.at("volumes").items(), function* (volume) {
      const directory = volume.at("hostPath");
      if (directory.isSet)
        yield directory.at("path").violates("must be left out, with the whole hostPath volume");
    }),
  ),
});
