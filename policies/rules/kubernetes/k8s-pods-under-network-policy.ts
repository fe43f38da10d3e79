import { kubernetesObjects } from "../../kubernetes/pod.ts";
import { Selection } from "../../kubernetes/selection.ts";
import { workloadsOf } from "../../kubernetes/workload.ts";
import type { Workload } from "../../kubernetes/workload.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "k8s-pods-under-network-policy",
  title: "A network policy holds for every pod",
  severity: "high",
  description:
    "Pods that no policy selects may be reached by every pod of the cluster, and reach everything.",
  remediation: "Add a NetworkPolicy to the namespace that selects the pods, or all pods.",
  references: {
    catalogue: ["K8S-50"],
    checkov: ["CKV2_K8S_6"],
    cis: ["AKS 4.4.2"],
    trivy: ["KSV-0038"],
    kics: ["0401f71b", "85ab1c5b"],
    nist: ["AC-4", "SC-7", "SC-7(5)"],
    pulumi: ["k8s-namespaces-network-policies-defined"],
    docs: ["https://kubernetes.io/docs/concepts/services-networking/network-policies/"],
  },
  appliesTo: kubernetesObjects,
  reads: [],
  *check(stack) {
    const workloads = workloadsOf(stack);
    const selection = new Selection(workloads);
    const selected = new Set<Workload>();
    // A policy that cannot be read may select any pod, and so leaves the rest undecided.
    for (const policy of stack.ofType("kubernetes:networking.k8s.io:NetworkPolicy"))
      selection
        .bySelector(policy, policy.props.at("spec.podSelector"))
        .forEach((workload) => selected.add(workload));
    for (const workload of workloads) {
      if (!selected.has(workload))
        yield { path: "", message: "no NetworkPolicy selects the pods", resource: workload.resource };
    }
  },
});
