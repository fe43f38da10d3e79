import { everyPod } from "../../kubernetes/pod-check.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-spread-and-replicas",
  title: "Pods of a workload are spread over nodes",
  severity: "low",
  enforcement: "advisory",
  description:
    "Without anti-affinity or spread constraints all pods of a service may stand on the node that fails. How many replicas there are at least is a matter of the stage: by default one is enough.",
  remediation:
    "Set affinity.podAntiAffinity or topologySpreadConstraints in the pod template, and spec.replicas to the least number there must be.",
  references: {
    catalogue: ["K8S-45"],
    azurePolicy: ["34c88cd4"],
    kics: ["a31b7b82", "d740d048"],
    nist: ["CP-2", "CP-10", "SC-36"],
    pulumi: ["oss:configureMinimumReplicaCount"],
    docs: ["https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/"],
  },
  appliesTo: ["kubernetes:apps:Deployment", "kubernetes:apps:StatefulSet"],
  parameters: {
    fewestReplicas: {
      type: "integer",
      description: "Fewest replicas of a workload that is not scaled down to none.",
      default: 1,
      minimum: 1,
    },
  },
  *check(resource, parameters) {
    const fewestReplicas = parameters.integer("fewestReplicas");
    const replicas = resource.props.at("spec.replicas");
    const count = replicas.number;
    if (count !== undefined && count > 0 && count < fewestReplicas)
      yield replicas.violates(`must be at least ${fewestReplicas}`);
    yield* everyPod(function* ({ spec, partial }) {
      const isSpread =
        spec.at("affinity.podAntiAffinity").entries().length > 0 ||
        spec.at("topologySpreadConstraints").items().length > 0;
      if (!isSpread && !partial)
        yield spec.at("topologySpreadConstraints").violates("must be set, or affinity.podAntiAffinity");
    })(resource);
  },
});
