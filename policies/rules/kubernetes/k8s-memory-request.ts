import { everyContainer } from "../../kubernetes/pod-check.ts";
import { kubernetesObjects } from "../../kubernetes/pod.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-memory-request",
  title: "Containers request memory",
  severity: "medium",
  description:
    "The scheduler places a pod by its requests; one that asks for no memory is the first to be killed on a full node. A limit alone counts, because Kubernetes then requests as much.",
  remediation: "Set resources.requests.memory on every container.",
  references: {
    catalogue: ["K8S-38"],
    checkov: ["CKV_K8S_12"],
    azurePolicy: ["03a4ecdb"],
    trivy: ["KSV-0016"],
    kics: ["229588ef"],
    nist: ["SC-5", "SC-6"],
    docs: ["https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/"],
  },
  appliesTo: kubernetesObjects,
  check: everyContainer(function* ({ pod, props }) {
    const request = props.at("resources.requests.memory");
    if (!request.isSet && !props.at("resources.limits.memory").isSet && !pod.partial)
      yield request.violates("must be set");
  }),
});
