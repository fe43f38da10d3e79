import { each } from "../../evaluate.ts";
import { everyPod } from "../../kubernetes/pod-check.ts";
import { kubernetesObjects } from "../../kubernetes/pod.ts";
import { resourceRule } from "../../rule.ts";

/** Sysctls that are namespaced and isolated between pods. */
const safeSysctls = [
  "kernel.shm_rmid_forced",
  "net.ipv4.ip_local_port_range",
  "net.ipv4.ip_unprivileged_port_start",
  "net.ipv4.tcp_syncookies",
  "net.ipv4.ping_group_range",
  "net.ipv4.ip_local_reserved_ports",
  "net.ipv4.tcp_keepalive_time",
  "net.ipv4.tcp_fin_timeout",
  "net.ipv4.tcp_keepalive_intvl",
  "net.ipv4.tcp_keepalive_probes",
] as const;

export default resourceRule({
  id: "k8s-safe-sysctls",
  title: "Pods set only sysctls that are their own",
  severity: "medium",
  description:
    "Sysctls outside the safe list are not the pod's alone: they change the kernel for everything on the node.",
  remediation: "Remove the entry from securityContext.sysctls, or use one of the safe list.",
  references: {
    catalogue: ["K8S-18"],
    azurePolicy: ["56d0a13f", "5e5a0673"],
    trivy: ["KSV-0026"],
    kics: ["9127f0d9"],
    podSecurity: ["sysctls (baseline)"],
    nist: ["CM-6", "CM-7", "SC-39"],
    docs: [
      "https://kubernetes.io/docs/concepts/security/pod-security-standards/",
      "https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/",
    ],
  },
  appliesTo: kubernetesObjects,
  check: everyPod(({ spec }) =>
    each(spec.at("securityContext.sysctls").items(), function* (sysctl) {
      const name = sysctl.at("name");
      if (!name.is(...safeSysctls)) yield name.violates("must be one of the safe sysctls");
    }),
  ),
});
