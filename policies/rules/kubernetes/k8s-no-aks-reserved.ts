import { each } from "../../evaluate.ts";
import type { Finding } from "../../finding.ts";
import { everyPod } from "../../kubernetes/pod-check.ts";
import { kubernetesObjects } from "../../kubernetes/pod.ts";
import type { Property } from "../../property.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-no-aks-reserved",
  title: "What AKS manages is left to AKS",
  severity: "medium",
  description:
    "AKS overwrites its own labels and what is changed on single nodes, and keeps its system pool for what the cluster cannot live without.",
  remediation:
    "Remove labels of kubernetes.azure.com and tolerations of CriticalAddonsOnly, and set labels and taints on the node pool.",
  references: {
    catalogue: ["K8S-75"],
    azurePolicy: ["a22123bd", "48940d92", "53a4a537", "b81f454c"],
    nist: ["CM-5", "CM-6"],
    docs: [
      "https://learn.microsoft.com/azure/aks/use-labels#reserved-system-labels",
      "https://learn.microsoft.com/azure/aks/use-system-pools",
    ],
  },
  appliesTo: kubernetesObjects,
  *check(resource) {
    const { kind, props } = resource;
    if (kind.module === "core" && (kind.name === "Node" || kind.name === "NodePatch"))
      yield {
        path: "",
        message: "the program edits a single node; its node pool must say so for all of them",
      };
    yield* noReservedLabels(props.at("metadata.labels"));
    yield* everyPod(function* ({ spec, metadata }) {
      yield* noReservedLabels(metadata.at("labels"));
      yield* each(spec.at("tolerations").items(), function* (toleration) {
        const key = toleration.at("key");
        if (key.is("CriticalAddonsOnly")) yield key.violates("must be left to the cluster's own pods");
      });
    })(resource);
  },
});

function* noReservedLabels(labels: Property): Iterable<Finding> {
  for (const [name, { path }] of labels.entries()) {
    if (/^([a-z0-9-]+\.)*kubernetes\.azure\.com\//.test(name))
      yield { path, message: `${path} is reserved by AKS; it must be left out` };
  }
}
