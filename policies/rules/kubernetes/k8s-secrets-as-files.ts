import { each } from "../../evaluate.ts";
import { everyContainer } from "../../kubernetes/pod-check.ts";
import { kubernetesObjects } from "../../kubernetes/pod.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-secrets-as-files",
  title: "Containers get secrets as files",
  severity: "low",
  enforcement: "advisory",
  description:
    "Environment variables show up in crash dumps, child processes and support bundles; a mounted file does not, and follows the Secret when it is rotated. CIS calls it preferable, so the rule advises.",
  remediation:
    "Mount the Secret as a volume, or have the Secrets Store CSI driver mount it from Key Vault, and read the file.",
  references: {
    catalogue: ["K8S-28"],
    checkov: ["CKV_K8S_35"],
    cis: ["AKS 4.5.1"],
    kics: ["3d658f8b"],
    nist: ["IA-5(7)", "SC-28"],
    pulumi: ["k8s-secrets-as-files-not-env-vars"],
    docs: ["https://kubernetes.io/docs/concepts/configuration/secret/"],
  },
  appliesTo: kubernetesObjects,
  check: everyContainer(function* ({ props }) {
    yield* each(props.at("env").items(), function* (variable) {
      const reference = variable.at("valueFrom.secretKeyRef");
      if (reference.isSet) yield reference.violates("must be a mounted file instead");
    });
    yield* each(props.at("envFrom").items(), function* (source) {
      const reference = source.at("secretRef");
      if (reference.isSet) yield reference.violates("must be a mounted file instead");
    });
  }),
});
