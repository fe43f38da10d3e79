import { each } from "../../evaluate.ts";
import { everyPod } from "../../kubernetes/pod-check.ts";
import { kubernetesObjects } from "../../kubernetes/pod.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-no-container-socket",
  title: "No pod reaches the container runtime of its node",
  severity: "critical",
  description: "Whoever writes to the runtime's socket starts privileged containers, and so owns the node.",
  remediation:
    "Remove the hostPath volume; build images with a rootless builder and read metrics from the kubelet.",
  references: {
    catalogue: ["K8S-22"],
    checkov: ["CKV_K8S_27"],
    trivy: ["KSV-0006"],
    kics: ["a6f34658"],
    nist: ["AC-6", "CM-7", "SC-39"],
    docs: ["https://kubernetes.io/docs/concepts/storage/volumes/#hostpath"],
  },
  appliesTo: kubernetesObjects,
  check: everyPod(({ spec }) =>
    each(spec.at("volumes").items(), function* (volume) {
      const path = volume.at("hostPath.path");
      if (
        /(^|\/)(docker|containerd|crio|cri-dockerd|dockershim)\.sock$/.test(
          path.string?.replace(/\/+$/, "") ?? "",
        )
      )
        yield path.violates("must not be the socket of a container runtime");
    }),
  ),
});
