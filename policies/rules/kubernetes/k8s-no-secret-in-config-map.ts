import { each } from "../../evaluate.ts";
import { resourceRule } from "../../rule.ts";
import { isPlaceholder, namesSecret, readsAsSecret } from "../../secret-text.ts";

export default resourceRule({
  id: "k8s-no-secret-in-config-map",
  title: "ConfigMaps hold no secrets",
  severity: "high",
  description:
    "ConfigMaps are read by everybody who may look at the namespace, are not encrypted with a key of your own, and show up in every diff.",
  remediation: "Put the value into Key Vault, or into a Secret from a Pulumi secret, and mount it.",
  references: {
    catalogue: ["K8S-29"],
    trivy: ["KSV-0109", "KSV-01010"],
    nist: ["IA-5(7)", "SC-28", "SC-28(1)"],
    docs: ["https://kubernetes.io/docs/concepts/configuration/configmap/"],
  },
  appliesTo: ["kubernetes:core:ConfigMap", "kubernetes:core:ConfigMapPatch"],
  check: ({ props }) =>
    each(props.at("data").entries(), function* ([key, entry]) {
      const text = entry.string;
      if (text === undefined) return;
      if (readsAsSecret(text) || (namesSecret(key) && !isPlaceholder(text)))
        yield {
          path: entry.path,
          message: `${entry.path} reads as a secret; it must stand in a Secret or in Key Vault`,
        };
    }),
});
