import { each } from "../../evaluate.ts";
import { containersOf, isOrdinary, kubernetesObjects, runsToCompletion } from "../../kubernetes/pod.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-pre-stop-hook",
  title: "Containers wait before they stop",
  severity: "low",
  enforcement: "advisory",
  description:
    "A pod is told to stop before every node knows that it is leaving; without a pause its last requests fail.",
  remediation:
    "Set lifecycle.preStop, for example { sleep: { seconds: 5 } }, on containers that serve requests.",
  references: {
    catalogue: ["K8S-43"],
    azurePolicy: ["1a3b9003"],
    nist: ["CP-10", "SC-24"],
    docs: ["https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/"],
  },
  appliesTo: kubernetesObjects,
  *check(resource) {
    if (runsToCompletion(resource)) return;
    yield* each(containersOf(resource).filter(isOrdinary), function* ({ pod, props }) {
      const hook = props.at("lifecycle.preStop");
      if (!hook.isSet && !pod.partial && props.at("ports").items().length > 0)
        yield hook.violates("must be set");
    });
  },
});
