import { everyPod } from "../../kubernetes/pod-check.ts";
import { systemNamespaces } from "../../kubernetes/namespace.ts";
import { kubernetesObjects } from "../../kubernetes/pod.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-default-namespace-unused",
  title: "No workload lives in the default namespace or in one of the cluster's own",
  severity: "low",
  description:
    "Quotas, network policies and roles are given to namespaces; in default everything shares them with everything, and in kube-system whoever may touch a workload may touch the cluster.",
  remediation: "Set metadata.namespace to a namespace of the workload's own.",
  references: {
    catalogue: ["K8S-30"],
    checkov: ["CKV_K8S_21"],
    azurePolicy: ["9f061a12"],
    cis: ["AKS 4.6.3", "AKS 4.6.1"],
    trivy: ["KSV-0110", "KSV-0037"],
    kics: ["611ab018"],
    nist: ["AC-6", "SC-2", "SC-39"],
    pulumi: ["k8s-default-namespace-not-used", "k8s-resource-namespace-boundaries"],
    docs: ["https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/"],
  },
  appliesTo: kubernetesObjects,
  *check(resource) {
    const { props } = resource;
    yield* everyPod(function* () {
      const namespace = props.at("metadata.namespace");
      // Absent is not judged: the provider's own default namespace then holds, which is not an input of the resource.
      if (namespace.is("default", ...systemNamespaces))
        yield namespace.violates("must be a namespace of the workload's own");
    })(resource);
  },
});
