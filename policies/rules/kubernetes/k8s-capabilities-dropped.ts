import { each } from "../../evaluate.ts";
import { everyContainer } from "../../kubernetes/pod-check.ts";
import { kubernetesObjects, runsOnWindows } from "../../kubernetes/pod.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-capabilities-dropped",
  title: "Containers drop all capabilities and add none but NET_BIND_SERVICE",
  severity: "high",
  description:
    "A container starts with capabilities that hardly any service needs, NET_RAW among them, and added ones such as SYS_ADMIN amount to root.",
  remediation:
    'Set securityContext.capabilities: { drop: ["ALL"] }, with add: ["NET_BIND_SERVICE"] only for ports below 1024.',
  references: {
    catalogue: ["K8S-10"],
    checkov: ["CKV_K8S_37", "CKV_K8S_36"],
    azurePolicy: ["c26596ff"],
    trivy: ["KSV-0003", "KSV-0004", "KSV-0106"],
    kics: ["268ca686", "2f1a0619"],
    podSecurity: ["capabilities_restricted (restricted)"],
    nist: ["AC-6", "AC-6(10)", "CM-7", "SC-39"],
    docs: ["https://kubernetes.io/docs/concepts/security/pod-security-standards/"],
  },
  appliesTo: kubernetesObjects,
  check: everyContainer(function* ({ pod, props }) {
    if (runsOnWindows(pod)) return;
    const capabilities = props.at("securityContext.capabilities");
    yield* each(capabilities.at("add").items(), function* (added) {
      if (!added.is("NET_BIND_SERVICE")) yield added.violates("must be left out");
    });
    const dropped = capabilities.at("drop");
    if (pod.partial && !dropped.isSet) return;
    if (!dropped.items().some((capability) => capability.is("ALL")))
      yield dropped.violates('must hold "ALL"');
  }),
});
