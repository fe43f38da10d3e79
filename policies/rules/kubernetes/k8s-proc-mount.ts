import { everyContainer } from "../../kubernetes/pod-check.ts";
import { kubernetesObjects } from "../../kubernetes/pod.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-proc-mount",
  title: "Containers see a masked /proc",
  severity: "medium",
  description: "An unmasked /proc shows, and lets a container change, settings of the node's kernel.",
  remediation: 'Remove securityContext.procMount, or set it to "Default".',
  references: {
    catalogue: ["K8S-17"],
    azurePolicy: ["f85eb0dd"],
    trivy: ["KSV-0027"],
    kics: ["f922827f"],
    podSecurity: ["procMount (baseline)", "procMount_restricted (restricted)"],
    nist: ["AC-6", "SC-39"],
    docs: ["https://kubernetes.io/docs/concepts/security/pod-security-standards/"],
  },
  appliesTo: kubernetesObjects,
  check: everyContainer(function* ({ props }) {
    const procMount = props.at("securityContext.procMount");
    if (procMount.isSet && !procMount.is("Default")) yield procMount.violates('must be "Default"');
  }),
});
