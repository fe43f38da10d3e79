import { parseImageReference } from "../../kubernetes/image-reference.ts";
import { everyContainer } from "../../kubernetes/pod-check.ts";
import { kubernetesObjects } from "../../kubernetes/pod.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-image-pull-policy",
  title: "Every start of a container asks the registry for its image",
  severity: "low",
  enforcement: "advisory",
  description:
    "With IfNotPresent a pod runs what another pod left on the node, without ever proving that it may pull it. Pull secrets are not asked for: AKS pulls from Container Registry by its identity.",
  remediation: 'Set imagePullPolicy: "Always" on every container.',
  references: {
    catalogue: ["K8S-33"],
    checkov: ["CKV_K8S_15"],
    azurePolicy: ["50c83470", "12db3749"],
    kics: ["caa3479d"],
    nist: ["AC-3", "CM-14", "SI-7"],
    docs: ["https://kubernetes.io/docs/concepts/containers/images/#image-pull-policy"],
  },
  appliesTo: kubernetesObjects,
  parameters: {
    policies: {
      type: "array",
      items: { type: "string" },
      description: "Allowed values of imagePullPolicy.",
      default: ["Always"],
    },
  },
  check: (resource, parameters) => {
    const allowed = parameters.strings("policies");
    const expectation = `must be ${allowed.join(" or ")}`;
    return everyContainer(function* ({ pod, props }) {
      const policy = props.at("imagePullPolicy");
      if (policy.isSet) {
        if (!policy.is(...allowed)) yield policy.violates(expectation);
        return;
      }
      if (pod.partial) return;
      // The default is Always for latest, and IfNotPresent for anything else.
      const { tag, digest } = parseImageReference(props.at("image").string ?? "");
      const implied =
        digest !== undefined || (tag !== undefined && tag !== "latest") ? "IfNotPresent" : "Always";
      if (!allowed.includes(implied)) yield policy.violates(expectation);
    })(resource);
  },
});
