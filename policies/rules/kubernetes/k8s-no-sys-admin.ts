import { each } from "../../evaluate.ts";
import { everyContainer } from "../../kubernetes/pod-check.ts";
import { kubernetesObjects } from "../../kubernetes/pod.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-no-sys-admin",
  title: "No container administers its node",
  severity: "critical",
  description:
    "SYS_ADMIN and SYS_MODULE mount file systems and load kernel modules: whoever holds them owns the node.",
  remediation: "Remove SYS_ADMIN, SYS_MODULE and ALL from securityContext.capabilities.add.",
  references: {
    catalogue: ["K8S-13"],
    checkov: ["CKV_K8S_39"],
    azurePolicy: ["d2e7ea85"],
    trivy: ["KSV-0005", "KSV-0120"],
    kics: ["235236ee"],
    nist: ["AC-6", "AC-6(10)", "CM-7", "SC-39"],
    docs: ["https://kubernetes.io/docs/tasks/configure-pod-container/security-context/"],
  },
  appliesTo: kubernetesObjects,
  check: everyContainer(({ props }) =>
    each(props.at("securityContext.capabilities.add").items(), function* (added) {
      if (added.is("SYS_ADMIN", "SYS_MODULE", "ALL")) yield added.violates("must be left out");
    }),
  ),
});
