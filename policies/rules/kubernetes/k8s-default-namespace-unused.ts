import { everyPod } from "../../kubernetes/pod-check.ts";
import { kubernetesObjects } from "../../kubernetes/pod.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-default-namespace-unused",
  title: "No workload lives in the default namespace",
  severity: "low",
  description:
    "Quotas, network policies and roles are given to namespaces; in default everything shares them with everything.",
  remediation: "Set metadata.namespace to a namespace of the workload's own.",
  references: {
    catalogue: ["K8S-30"],
    checkov: ["CKV_K8S_21"],
    azurePolicy: ["9f061a12"],
    cis: ["AKS 4.6.3"],
    trivy: ["KSV-0110"],
    kics: ["611ab018"],
    pulumi: ["k8s-default-namespace-not-used"],
    docs: ["https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/"],
  },
  appliesTo: kubernetesObjects,
  *check(resource) {
    const { props } = resource;
    yield* everyPod(function* () {
      const namespace = props.at("metadata.namespace");
      // Absent is not judged: the provider's own default namespace then holds, which is not an input of the resource.
      if (namespace.isSet && namespace.is("default")) yield namespace.violates('must not be "default"');
    })(resource);
  },
});
