import { everyPod } from "../../kubernetes/pod-check.ts";
import { kubernetesObjects } from "../../kubernetes/pod.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-service-account-token",
  title: "Pods get a service account token only where they ask for one",
  severity: "medium",
  description:
    "A token for the API server is mounted by default; whoever breaks into the pod acts with its rights. A pod that needs it says so, under an account of its own.",
  remediation:
    "Set automountServiceAccountToken: false on the pod, or, where it talks to the API server, true with a serviceAccountName of its own.",
  references: {
    catalogue: ["K8S-26"],
    checkov: ["CKV_K8S_38"],
    azurePolicy: ["423dd1ba"],
    cis: ["AKS 4.1.6"],
    trivy: ["KSV-0036"],
    kics: ["48471392"],
    nist: ["AC-3", "AC-6", "IA-5"],
    pulumi: ["k8s-service-account-token-mounted-minimized"],
    docs: ["https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/"],
  },
  appliesTo: kubernetesObjects,
  check: everyPod(function* ({ spec, partial }) {
    const mounted = spec.at("automountServiceAccountToken");
    if (mounted.is(false) || (partial && !mounted.isSet)) return;
    if (!mounted.is(true)) {
      yield mounted.violates("must be false, or true with a serviceAccountName");
      return;
    }
    const account = spec.at("serviceAccountName");
    if (!account.isSet || account.is("default"))
      yield account.violates("must name an account of the pod's own");
  }),
});
