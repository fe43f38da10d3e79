import { each } from "../../evaluate.ts";
import { parseImageReference } from "../../kubernetes/image-reference.ts";
import { everyContainer } from "../../kubernetes/pod-check.ts";
import { kubernetesObjects, runsOnWindows } from "../../kubernetes/pod.ts";
import { effectiveSetting } from "../../kubernetes/security-context.ts";
import type { Property } from "../../property.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-high-user-id",
  title: "Containers run under user and group ids of their own",
  severity: "low",
  enforcement: "advisory",
  description:
    "Low ids belong to users of the node too, and files of group 0 to root's group; an id above 10000 means nothing outside of the container. Images whose files belong to a user of theirs, F5's NGINX among them, keep that user.",
  remediation:
    "Set securityContext.runAsUser and runAsGroup above 10000, and no fsGroup or supplementalGroups below it.",
  references: {
    catalogue: ["K8S-08"],
    checkov: ["CKV_K8S_40"],
    azurePolicy: ["f06ddb64"],
    trivy: ["KSV-0020", "KSV-0021", "KSV-0116"],
    kics: ["02323c00"],
    nist: ["AC-6", "SC-39"],
    docs: ["https://kubernetes.io/docs/tasks/configure-pod-container/security-context/"],
  },
  appliesTo: kubernetesObjects,
  parameters: {
    highestSharedId: {
      type: "integer",
      description: "Up to this id users and groups may belong to the node.",
      default: 10_000,
      minimum: 0,
    },
    imagesWithUserOfTheirOwn: {
      type: "array",
      items: { type: "string" },
      description: "Images whose files belong to a user of theirs, by the end of their names.",
      default: ["nginx/nginx-ingress"],
    },
  },
  *check(resource, parameters) {
    const highestSharedId = parameters.integer("highestSharedId");
    const images = parameters.strings("imagesWithUserOfTheirOwn");
    const isHigh = (id: Property) => (id.number ?? 0) > highestSharedId;
    yield* everyContainer(function* (container) {
      const { pod, props } = container;
      if (runsOnWindows(pod) || hasUserOfItsOwn(props, images)) return;
      for (const setting of ["runAsUser", "runAsGroup"]) {
        const id = effectiveSetting(container, setting);
        if (pod.partial && !id.isSet) continue;
        if (!isHigh(id)) yield id.violates(`must be above ${highestSharedId}`);
      }
      const shared = pod.spec.at("securityContext");
      const groups = [shared.at("fsGroup"), ...shared.at("supplementalGroups").items()];
      yield* each(groups, function* (group) {
        if (group.isSet && !isHigh(group)) yield group.violates(`must be above ${highestSharedId}`);
      });
    })(resource);
  },
});

function hasUserOfItsOwn(container: Property, images: readonly string[]): boolean {
  const { repository } = parseImageReference(container.at("image").string ?? "");
  return images.some((image) => repository === image || repository.endsWith(`/${image}`));
}
