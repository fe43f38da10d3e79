import { each } from "../../evaluate.ts";
import { everyContainer } from "../../kubernetes/pod-check.ts";
import { kubernetesObjects, runsOnWindows } from "../../kubernetes/pod.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-no-net-raw",
  title: "No container may send raw packets",
  severity: "medium",
  description:
    "NET_RAW, which containers have by default, lets an intruder forge packets and spoof its neighbours' addresses.",
  remediation: 'Set securityContext.capabilities.drop to ["ALL"] or to a list with "NET_RAW".',
  references: {
    catalogue: ["K8S-12"],
    checkov: ["CKV_K8S_28", "CKV_K8S_7"],
    trivy: ["KSV-0119"],
    kics: ["dbbc6705"],
    nist: ["AC-6", "CM-7", "SC-7"],
    docs: ["https://kubernetes.io/docs/tasks/configure-pod-container/security-context/"],
  },
  appliesTo: kubernetesObjects,
  check: everyContainer(function* ({ pod, props }) {
    if (runsOnWindows(pod)) return;
    const capabilities = props.at("securityContext.capabilities");
    yield* each(capabilities.at("add").items(), function* (added) {
      if (added.is("NET_RAW", "ALL")) yield added.violates("must be left out");
    });
    const dropped = capabilities.at("drop");
    if (pod.partial && !dropped.isSet) return;
    if (!dropped.items().some((capability) => capability.is("ALL", "NET_RAW")))
      yield dropped.violates('must hold "ALL" or "NET_RAW"');
  }),
});
