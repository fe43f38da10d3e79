import { everyContainer } from "../../kubernetes/pod-check.ts";
import { parseImageReference } from "../../kubernetes/image-reference.ts";
import { kubernetesObjects } from "../../kubernetes/pod.ts";
import type { Finding } from "../../finding.ts";
import type { Property } from "../../property.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-no-community-ingress-nginx",
  title: "The retired community ingress-nginx is not used",
  severity: "high",
  description: "kubernetes/ingress-nginx was retired in March 2026 and gets no security fixes any more.",
  remediation:
    "Use F5's NGINX Ingress Controller (nginx/nginx-ingress), as the platform's own ingress component does, with snippets off.",
  references: {
    catalogue: ["X-22"],
    nist: ["CM-7", "SA-22", "SI-2"],
    docs: ["https://kubernetes.io/blog/2025/11/11/ingress-nginx-retirement/"],
  },
  appliesTo: kubernetesObjects,
  *check(resource) {
    const { kind, props } = resource;
    if (kind.name === "IngressClass") {
      const controller = props.at("spec.controller");
      if (controller.is("k8s.io/ingress-nginx")) yield controller.violates("must be a maintained controller");
    }
    if (kind.module === "helm.sh") yield* checkChart(props);
    yield* everyContainer(function* (container) {
      const image = container.props.at("image");
      const { repository } = parseImageReference(image.string ?? "");
      if (/(^|\/)ingress-nginx\/(controller|kube-webhook-certgen)(-chroot)?$/.test(repository)) {
        yield image.violates("must be the image of a maintained controller");
      }
    })(resource);
  },
});

/** A chart is known by its repository, or by the last part of its name. */
function* checkChart(props: Property): Iterable<Finding> {
  const chart = props.at("chart");
  const repository = props.at("repositoryOpts.repo");
  const inRepository = /kubernetes\.github\.io\/ingress-nginx\/?$/.test(repository.string ?? "");
  if (inRepository || /(^|\/)ingress-nginx$/.test(chart.string ?? ""))
    yield chart.violates("must be the chart of a maintained controller");
}
