import { kubernetesObjects } from "../../kubernetes/pod.ts";
import { probeRequired } from "../../kubernetes/probe.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-liveness-probe",
  title: "Containers have a liveness probe",
  severity: "low",
  description: "A process that hangs is only restarted when somebody asks whether it is alive.",
  remediation: "Set livenessProbe on every container of a pod that is to run on.",
  references: {
    catalogue: ["K8S-41"],
    checkov: ["CKV_K8S_8"],
    azurePolicy: ["b1a9997f"],
    kics: ["ade74944"],
    nist: ["CP-10", "SI-13"],
    docs: ["https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/"],
  },
  appliesTo: kubernetesObjects,
  check: probeRequired("livenessProbe"),
});
