import { each } from "../../evaluate.ts";
import { everyContainer } from "../../kubernetes/pod-check.ts";
import { kubernetesObjects } from "../../kubernetes/pod.ts";
import { resourceRule } from "../../rule.ts";

/** What the baseline profile lets a container add. */
const allowed = [
  "AUDIT_WRITE",
  "CHOWN",
  "DAC_OVERRIDE",
  "FOWNER",
  "FSETID",
  "KILL",
  "MKNOD",
  "NET_BIND_SERVICE",
  "SETFCAP",
  "SETGID",
  "SETPCAP",
  "SETUID",
  "SYS_CHROOT",
] as const;

export default resourceRule({
  id: "k8s-capabilities-allowed",
  title: "No container adds a capability outside the baseline list",
  severity: "high",
  description:
    "Capabilities outside the list, such as NET_ADMIN or SYS_PTRACE, reach past the container into its node.",
  remediation: "Remove the entry from securityContext.capabilities.add.",
  references: {
    catalogue: ["K8S-11"],
    checkov: ["CKV_K8S_25", "CKV_K8S_24"],
    azurePolicy: ["c26596ff", "a27c700f"],
    trivy: ["KSV-0022"],
    kics: ["19ebaa28"],
    podSecurity: ["capabilities_baseline (baseline)"],
    nist: ["AC-6", "AC-6(10)", "CM-7", "SC-39"],
    docs: ["https://kubernetes.io/docs/concepts/security/pod-security-standards/"],
  },
  appliesTo: kubernetesObjects,
  check: everyContainer(({ props }) =>
    each(props.at("securityContext.capabilities.add").items(), function* (added) {
      if (!added.is(...allowed)) yield added.violates("must be left out");
    }),
  ),
});
