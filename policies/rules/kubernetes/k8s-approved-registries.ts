import { parseImageReference } from "../../kubernetes/image-reference.ts";
import { everyContainer } from "../../kubernetes/pod-check.ts";
import { kubernetesObjects } from "../../kubernetes/pod.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-approved-registries",
  title: "Images come from approved registries",
  severity: "medium",
  enforcement: "advisory",
  description:
    "What anybody may push to, somebody will: images belong into a registry where they are scanned and signed. Which ones are approved is for an organization to say; by default Container Registry, Microsoft's and the publisher of the ingress controller are, and the rule advises.",
  remediation: "Push the image to the platform's own registry and name it there.",
  references: {
    catalogue: ["K8S-34"],
    azurePolicy: ["febd0533"],
    cis: ["AKS 5.1.4"],
    trivy: ["KSV-0125", "KSV-0034", "KSV-0032", "KSV-0033", "KSV-0035"],
    nist: ["CM-7(5)", "CM-14", "SR-3", "SR-4"],
    pulumi: ["aks-approved-registries-only"],
    docs: ["https://learn.microsoft.com/azure/container-registry/container-registry-best-practices"],
  },
  appliesTo: kubernetesObjects,
  parameters: {
    registries: {
      type: "array",
      items: { type: "string" },
      description: "Beginnings of the names of approved images; a star stands for the name of one registry.",
      default: ["*.azurecr.io/", "mcr.microsoft.com/", "docker.io/nginx/"],
    },
  },
  check: (resource, parameters) => {
    const approved = parameters.strings("registries");
    return everyContainer(function* ({ pod, props }) {
      const image = props.at("image");
      if (pod.partial && !image.isSet) return;
      if (!isApproved(parseImageReference(image.string ?? "").repository, approved))
        yield image.violates(`must come from ${approved.join(" or ")}`);
    })(resource);
  },
});

function isApproved(repository: string, approved: readonly string[]): boolean {
  return approved.some((prefix) =>
    prefix.startsWith("*")
      ? (repository.split("/", 1)[0] ?? "").concat("/").endsWith(prefix.slice(1))
      : repository.startsWith(prefix),
  );
}
