import { kubernetesObjects } from "../../kubernetes/pod.ts";
import { probeRequired } from "../../kubernetes/probe.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-readiness-probe",
  title: "Containers have a readiness probe",
  severity: "medium",
  description:
    "Without it requests are sent to a pod that is not ready yet, and a rollout goes on over pods that never will be.",
  remediation: "Set readinessProbe on every container of a pod that is to run on.",
  references: {
    catalogue: ["K8S-42"],
    checkov: ["CKV_K8S_9"],
    azurePolicy: ["b1a9997f"],
    kics: ["a659f3b5"],
    nist: ["CP-10", "SI-13"],
    docs: ["https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/"],
  },
  appliesTo: kubernetesObjects,
  check: probeRequired("readinessProbe"),
});
