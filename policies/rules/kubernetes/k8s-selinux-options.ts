import type { Finding } from "../../finding.ts";
import { everyContainer, everyPod } from "../../kubernetes/pod-check.ts";
import { kubernetesObjects } from "../../kubernetes/pod.ts";
import type { Property } from "../../property.ts";
import { resourceRule } from "../../rule.ts";

const containerTypes = [
  "",
  "container_t",
  "container_init_t",
  "container_kvm_t",
  "container_engine_t",
] as const;

export default resourceRule({
  id: "k8s-selinux-options",
  title: "Pods keep the SELinux label of containers",
  severity: "medium",
  description: "A custom user, role or type takes a container out of the confinement that SELinux gives it.",
  remediation:
    "Remove seLinuxOptions.user and role, and set type, if at all, to container_t, container_init_t, container_kvm_t or container_engine_t.",
  references: {
    catalogue: ["K8S-16"],
    azurePolicy: ["e1e6c427"],
    trivy: ["KSV-0025"],
    podSecurity: ["seLinuxOptions (baseline)"],
    nist: ["AC-3", "AC-3(3)", "SC-39"],
    docs: ["https://kubernetes.io/docs/concepts/security/pod-security-standards/"],
  },
  appliesTo: kubernetesObjects,
  *check(resource) {
    yield* everyPod(({ spec }) => judge(spec.at("securityContext.seLinuxOptions")))(resource);
    yield* everyContainer(({ props }) => judge(props.at("securityContext.seLinuxOptions")))(resource);
  },
});

function* judge(options: Property): Iterable<Finding> {
  const type = options.at("type");
  if (type.isSet && !type.is(...containerTypes)) yield type.violates("must be a type for containers");
  for (const name of ["user", "role"]) {
    const option = options.at(name);
    if (option.isSet && !option.is("")) yield option.violates("must be left out");
  }
}
