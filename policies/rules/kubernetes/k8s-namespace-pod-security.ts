import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-namespace-pod-security",
  title: "Namespaces hold pods to the restricted level of Pod Security",
  severity: "high",
  description:
    "Without the label the API server lets privileged pods in, whoever creates them and however they got past this pack.",
  remediation: "Set the label pod-security.kubernetes.io/enforce: restricted on the Namespace.",
  references: {
    catalogue: ["X-23"],
    nist: ["AC-3", "AC-6", "CM-6", "CM-7"],
    docs: ["https://kubernetes.io/docs/concepts/security/pod-security-admission/"],
  },
  appliesTo: ["kubernetes:core:Namespace", "kubernetes:core:NamespacePatch"],
  parameters: {
    levels: {
      type: "array",
      items: { type: "string" },
      description: "Levels of Pod Security that a namespace may enforce.",
      default: ["restricted"],
    },
  },
  *check({ kind, props }, parameters) {
    const levels = parameters.strings("levels");
    const level = props.at("metadata.labels").child("pod-security.kubernetes.io/enforce");
    if (kind.name.endsWith("Patch") && !level.isSet) return;
    if (!level.is(...levels))
      yield level.violates(`must be ${levels.map((name) => JSON.stringify(name)).join(" or ")}`);
  },
});
