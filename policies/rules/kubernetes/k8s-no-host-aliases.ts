import { everyPod } from "../../kubernetes/pod-check.ts";
import { kubernetesObjects } from "../../kubernetes/pod.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-no-host-aliases",
  title: "Pods resolve names by DNS",
  severity: "low",
  description:
    "Entries in a pod's hosts file pin names to addresses, past DNS and whatever is logged or blocked there.",
  remediation: "Remove hostAliases; publish the name in a private DNS zone or as a Service.",
  references: {
    catalogue: ["K8S-23"],
    trivy: ["KSV-0007"],
    kics: ["72b03514"],
    nist: ["CM-6", "SC-20", "SC-21"],
    docs: ["https://kubernetes.io/docs/tasks/network/customize-hosts-file-for-pods/"],
  },
  appliesTo: kubernetesObjects,
  check: everyPod(function* ({ spec }) {
    const aliases = spec.at("hostAliases");
    if (aliases.items().length > 0) yield aliases.violates("must be left out");
  }),
});
