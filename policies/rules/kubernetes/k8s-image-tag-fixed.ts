import { everyContainer } from "../../kubernetes/pod-check.ts";
import { parseImageReference } from "../../kubernetes/image-reference.ts";
import { kubernetesObjects } from "../../kubernetes/pod.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-image-tag-fixed",
  title: "Images have a digest or a tag other than latest",
  severity: "medium",
  description: "With latest, or no tag at all, nobody knows what runs, and two replicas may differ.",
  remediation: "Name the image by digest (name@sha256:…) or by a version tag.",
  references: {
    catalogue: ["K8S-31"],
    checkov: ["CKV_K8S_14"],
    azurePolicy: ["021f8078"],
    trivy: ["KSV-0013"],
    kics: ["583053b7"],
    nist: ["CM-2", "CM-8", "SI-7"],
    docs: ["https://kubernetes.io/docs/concepts/containers/images/"],
  },
  appliesTo: kubernetesObjects,
  check: everyContainer(function* ({ pod, props }) {
    const image = props.at("image");
    if (pod.partial && !image.isSet) return;
    const { tag, digest } = parseImageReference(image.string ?? "");
    if (digest !== undefined) return;
    if (tag === undefined || tag === "" || tag === "latest") {
      yield image.violates("must have a digest or a version tag");
    }
  }),
});
