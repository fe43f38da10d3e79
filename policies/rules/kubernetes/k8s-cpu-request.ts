import { everyContainer } from "../../kubernetes/pod-check.ts";
import { kubernetesObjects } from "../../kubernetes/pod.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-cpu-request",
  title: "Containers request CPU",
  severity: "low",
  description:
    "The scheduler places a pod by its requests; one that asks for no CPU starves on a full node. A limit alone counts, because Kubernetes then requests as much.",
  remediation: "Set resources.requests.cpu on every container.",
  references: {
    catalogue: ["K8S-36"],
    checkov: ["CKV_K8S_10"],
    azurePolicy: ["03a4ecdb"],
    trivy: ["KSV-0015"],
    kics: ["ca469dd4"],
    nist: ["SC-5", "SC-6"],
    docs: ["https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/"],
  },
  appliesTo: kubernetesObjects,
  check: everyContainer(function* ({ pod, props }) {
    const request = props.at("resources.requests.cpu");
    if (!request.isSet && !props.at("resources.limits.cpu").isSet && !pod.partial)
      yield request.violates("must be set");
  }),
});
