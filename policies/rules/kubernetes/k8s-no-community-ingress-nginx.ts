import { everyContainer } from "../../kubernetes/pod-check.ts";
import { parseImageReference } from "../../kubernetes/image-reference.ts";
import { kubernetesObjects } from "../../kubernetes/pod.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-no-community-ingress-nginx",
  title: "The retired community ingress-nginx is not used",
  severity: "high",
  description: "kubernetes/ingress-nginx was retired in March 2026 and gets no security fixes any more.",
  remediation:
    "Use F5's NGINX Ingress Controller (nginx/nginx-ingress), as the platform's own ingress component does.",
  references: {
    catalogue: ["X-22"],
    docs: ["https://kubernetes.io/blog/2025/11/11/ingress-nginx-retirement/"],
  },
  appliesTo: kubernetesObjects,
  check: everyContainer(function* ({ props }) {
    const image = props.at("image");
    const { repository } = parseImageReference(image.string ?? "");
    if (/(^|\/)ingress-nginx\/(controller|kube-webhook-certgen)(-chroot)?$/.test(repository)) {
      yield image.violates("must be the image of a maintained controller");
    }
  }),
});
