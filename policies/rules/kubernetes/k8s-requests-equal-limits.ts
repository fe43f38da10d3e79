import { everyContainer } from "../../kubernetes/pod-check.ts";
import { kubernetesObjects } from "../../kubernetes/pod.ts";
import { readQuantity } from "../../kubernetes/quantity.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-requests-equal-limits",
  title: "Containers request as much as they may use",
  severity: "low",
  enforcement: "disabled",
  description:
    "Only pods whose requests equal their limits have their resources guaranteed. Off by default, as an opinion: it forbids every pod to use what is idle.",
  remediation: "Set resources.requests to the values of resources.limits.",
  references: {
    catalogue: ["K8S-40"],
    kics: ["9d43040e", "aee3c7d2", "aafa7d94"],
    nist: ["SC-6"],
    docs: ["https://kubernetes.io/docs/tasks/configure-pod-container/quality-service-pod/"],
  },
  appliesTo: kubernetesObjects,
  check: everyContainer(function* ({ pod, props }) {
    for (const name of ["cpu", "memory"]) {
      const request = props.at("resources.requests").at(name);
      const limit = props.at("resources.limits").at(name);
      if (pod.partial && !request.isSet && !limit.isSet) continue;
      if (!limit.isSet) yield limit.violates("must be set");
      else if (request.isSet && readQuantity(request.value) !== readQuantity(limit.value))
        yield request.violates("must equal the limit");
    }
  }),
});
