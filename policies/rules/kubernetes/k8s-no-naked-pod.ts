import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-no-naked-pod",
  title: "Pods are managed by a controller",
  severity: "low",
  description: "Nobody starts a naked pod again when its node goes away.",
  remediation: "Use a Deployment, StatefulSet, DaemonSet or Job.",
  references: {
    catalogue: ["K8S-46"],
    azurePolicy: ["65280eef"],
    nist: ["CP-10"],
    pulumi: ["oss:disallowPod"],
    docs: ["https://kubernetes.io/docs/concepts/workloads/pods/"],
  },
  appliesTo: ["kubernetes:core:Pod"],
  *check({ props }) {
    const owners = props.at("metadata.ownerReferences");
    if (owners.items().length === 0)
      yield { path: "", message: "the pod stands alone; it must be made by a controller" };
  },
});
