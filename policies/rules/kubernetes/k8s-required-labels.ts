import { each } from "../../evaluate.ts";
import { kubernetesObjects, podsOf } from "../../kubernetes/pod.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-required-labels",
  title: "Workloads carry the recommended labels",
  severity: "low",
  enforcement: "advisory",
  description:
    "Budgets, policies, dashboards and bills find workloads by their labels; a label that is not valid is refused by the API server in mid-deployment.",
  remediation: "Set app.kubernetes.io/name and app.kubernetes.io/instance on the object and on its pods.",
  references: {
    catalogue: ["K8S-47"],
    azurePolicy: ["46592696", "9a5f4e39"],
    kics: ["1123031a"],
    nist: ["CM-8"],
    pulumi: ["oss:configureRecommendedLabels"],
    docs: ["https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/"],
  },
  appliesTo: kubernetesObjects,
  parameters: {
    labels: {
      type: "array",
      items: { type: "string" },
      description: "Labels that every workload and its pods must have.",
      default: ["app.kubernetes.io/name", "app.kubernetes.io/instance"],
    },
  },
  check: (resource, parameters) =>
    each(podsOf(resource), function* ({ metadata, partial }) {
      const required = parameters.strings("labels");
      const own = resource.props.at("metadata");
      for (const holder of metadata.path === own.path ? [own] : [own, metadata]) {
        const labels = holder.at("labels");
        for (const name of required) {
          const label = labels.child(name);
          if (!label.isSet && !partial) yield label.violates("must be set");
        }
        yield* each(labels.entries(), function* ([, label]) {
          if (!/^(([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9])?$/.test(label.string ?? ""))
            yield label.violates("must be at most 63 letters, digits, dashes, underscores and dots");
        });
      }
    }),
});
