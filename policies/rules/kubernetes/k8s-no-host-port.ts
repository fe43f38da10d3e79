import { each } from "../../evaluate.ts";
import { everyContainer } from "../../kubernetes/pod-check.ts";
import { kubernetesObjects } from "../../kubernetes/pod.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-no-host-port",
  title: "No container binds a port of its node",
  severity: "medium",
  description:
    "A host port is reachable past Services and NetworkPolicies, and keeps a second pod off the node.",
  remediation: "Remove hostPort and expose the pod through a Service.",
  references: {
    catalogue: ["K8S-06"],
    checkov: ["CKV_K8S_26"],
    azurePolicy: ["82985f06"],
    trivy: ["KSV-0024"],
    kics: ["2b1836f1"],
    podSecurity: ["hostPorts (baseline)"],
    nist: ["AC-4", "CM-7", "SC-7"],
    docs: ["https://kubernetes.io/docs/concepts/security/pod-security-standards/"],
  },
  appliesTo: kubernetesObjects,
  check: everyContainer(({ props }) =>
    each(props.at("ports").items(), function* (port) {
      const hostPort = port.at("hostPort");
      if (hostPort.isSet && hostPort.number !== 0) yield hostPort.violates("must be left out");
    }),
  ),
});
