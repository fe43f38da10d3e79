import { everyContainer } from "../../kubernetes/pod-check.ts";
import { kubernetesObjects } from "../../kubernetes/pod.ts";
import { resourceRule } from "../../rule.ts";

const handlers = [
  "livenessProbe",
  "readinessProbe",
  "startupProbe",
  "lifecycle.postStart",
  "lifecycle.preStop",
] as const;

export default resourceRule({
  id: "k8s-no-handler-host",
  title: "Probes and hooks ask their own pod",
  severity: "medium",
  description:
    "A host in a probe or hook makes the kubelet send requests from the node to wherever the pod wants: past network policies.",
  remediation: "Remove host from httpGet and tcpSocket in probes and lifecycle hooks.",
  references: {
    catalogue: ["K8S-21"],
    podSecurity: ["hostProbesAndHostLifecycle (baseline)"],
    nist: ["SC-7", "SI-10"],
    docs: ["https://kubernetes.io/docs/concepts/security/pod-security-standards/"],
  },
  appliesTo: kubernetesObjects,
  check: everyContainer(function* ({ props }) {
    for (const handler of handlers) {
      for (const action of ["httpGet", "tcpSocket"]) {
        const host = props.at(handler).at(action).at("host");
        if (host.isSet && !host.is("")) yield host.violates("must be left out");
      }
    }
  }),
});
