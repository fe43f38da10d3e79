import { each } from "../../evaluate.ts";
import { namespaceOf } from "../../kubernetes/namespace.ts";
import { containersOf, kubernetesObjects } from "../../kubernetes/pod.ts";
import { Selection } from "../../kubernetes/selection.ts";
import { workloadsOf } from "../../kubernetes/workload.ts";
import { stackRule } from "../../rule.ts";
import type { ResourceView } from "../../view.ts";

export default stackRule({
  id: "k8s-service-targets-pods",
  title: "Services lead to pods, and pods to ports that they may open",
  severity: "low",
  enforcement: "advisory",
  description:
    "A Service that selects nothing, or the same pods as another, is a mistake that shows only at runtime; a port below 1024 needs a capability. The rule advises, because pods may also come from outside of the stack.",
  remediation:
    "Make spec.selector match the labels of one workload, and let containers listen above 1023, or add NET_BIND_SERVICE.",
  references: {
    catalogue: ["K8S-54"],
    azurePolicy: ["233a2a17", "b0fdedee"],
    trivy: ["KSV-0117"],
    kics: ["3ca03a61"],
    nist: ["AC-6", "CM-6", "CM-7"],
    docs: ["https://kubernetes.io/docs/concepts/services-networking/service/"],
  },
  appliesTo: kubernetesObjects,
  reads: [],
  parameters: {
    ports: {
      type: "array",
      items: { type: "string" },
      description: "Ports on which Services may listen. Default: any.",
      default: [],
    },
  },
  *check(stack, parameters) {
    const allowedPorts = parameters.strings("ports");
    const workloads = workloadsOf(stack);
    const selection = new Selection(workloads);
    const selectors = new Map<string, ResourceView>();
    yield* each(stack.ofType("kubernetes:core:Service"), function* (resource) {
      for (const port of resource.props.at("spec.ports").items()) {
        const number = port.at("port");
        if (allowedPorts.length > 0 && !allowedPorts.includes(String(number.number)))
          yield { ...number.violates(`must be one of ${allowedPorts.join(", ")}`), resource };
      }
      const selector = resource.props.at("spec.selector");
      if (selector.entries().length === 0) return;
      const namespace = namespaceOf(resource);
      if (selection.byLabels(resource, selector).length === 0)
        yield { path: selector.path, message: "spec.selector matches no pods of the stack", resource };
      if (resource.props.at("spec.clusterIP").is("None")) return;
      const labels = selector.entries().map(([name, label]) => `${name}=${label.string ?? ""}`);
      const key = [namespace, ...labels.sort()].join(",");
      const other = selectors.get(key);
      if (other === undefined) selectors.set(key, resource);
      else
        yield {
          path: selector.path,
          message: `spec.selector is the same as that of ${other.name}`,
          resource,
        };
    });
    yield* each(workloads, ({ resource }) =>
      each(containersOf(resource), function* ({ props }) {
        const added = props.at("securityContext.capabilities.add").items();
        if (added.some((capability) => capability.is("NET_BIND_SERVICE"))) return;
        for (const port of props.at("ports").items()) {
          const number = port.at("containerPort");
          if ((number.number ?? 1024) < 1024) yield { ...number.violates("must be above 1023"), resource };
        }
      }),
    );
  },
});
