import { everyContainer } from "../../kubernetes/pod-check.ts";
import { kubernetesObjects, runsOnWindows } from "../../kubernetes/pod.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-run-as-non-root",
  title: "Containers do not run as root",
  severity: "high",
  description:
    "Root in a container is root on the node as soon as anything else fails; images run as root unless told otherwise.",
  remediation:
    "Set securityContext.runAsNonRoot: true on the pod or on every container, and no runAsUser: 0.",
  references: {
    catalogue: ["K8S-07"],
    checkov: ["CKV_K8S_23", "CKV_K8S_6"],
    azurePolicy: ["f06ddb64"],
    trivy: ["KSV-0012", "KSV-0105"],
    kics: ["cf34805e", "e3aa0612"],
    podSecurity: ["runAsNonRoot (restricted)", "runAsUser (restricted)"],
    nist: ["AC-6", "AC-6(2)", "AC-6(10)"],
    docs: ["https://kubernetes.io/docs/concepts/security/pod-security-standards/"],
  },
  appliesTo: kubernetesObjects,
  check: everyContainer(function* ({ pod, props }) {
    if (runsOnWindows(pod)) return;
    const own = props.at("securityContext");
    const shared = pod.spec.at("securityContext");

    // A container's own setting wins over its pod's.
    const nonRoot = own.at("runAsNonRoot").isSet ? own.at("runAsNonRoot") : shared.at("runAsNonRoot");
    if (!nonRoot.is(true) && !(pod.partial && !nonRoot.isSet)) {
      yield own.at("runAsNonRoot").isSet
        ? nonRoot.violates("must be true")
        : own.at("runAsNonRoot").violates(`must be true here or in ${shared.path}`);
    }
    const user = own.at("runAsUser").isSet ? own.at("runAsUser") : shared.at("runAsUser");
    if (user.number === 0) yield user.violates("must not be 0, which is root");
  }),
});
