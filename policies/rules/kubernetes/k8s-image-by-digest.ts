import { parseImageReference } from "../../kubernetes/image-reference.ts";
import { everyContainer } from "../../kubernetes/pod-check.ts";
import { kubernetesObjects } from "../../kubernetes/pod.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-image-by-digest",
  title: "Images are named by digest",
  severity: "low",
  enforcement: "disabled",
  description:
    "A tag can be moved to another image after it was reviewed; a digest cannot. Off by default: public registries name releases by tag, k8s-image-tag-fixed demands a fixed one, and Container Registry can lock its own.",
  remediation: "Name the image as name@sha256:….",
  references: {
    catalogue: ["K8S-32"],
    checkov: ["CKV_K8S_43"],
    kics: ["7c81d34c"],
    nist: ["CM-2", "CM-14", "SI-7", "SR-4"],
    docs: ["https://kubernetes.io/docs/concepts/containers/images/"],
  },
  appliesTo: kubernetesObjects,
  check: everyContainer(function* ({ pod, props }) {
    const image = props.at("image");
    if (pod.partial && !image.isSet) return;
    if (!/^sha256:[0-9a-f]{64}$/.test(parseImageReference(image.string ?? "").digest ?? ""))
      yield image.violates("must have a digest");
  }),
});
