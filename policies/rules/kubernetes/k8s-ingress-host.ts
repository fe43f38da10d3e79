import { each } from "../../evaluate.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-ingress-host",
  title: "Every Ingress names its hosts",
  severity: "medium",
  description:
    "An Ingress without a host, or with a wildcard, takes requests for every name: of other teams, and of whoever points a name at the address.",
  remediation: "Set host in every rule to one fully qualified name, and no defaultBackend.",
  references: {
    catalogue: ["K8S-56"],
    azurePolicy: ["d8c942c6"],
    kics: ["69bbc5e3"],
    nist: ["AC-4", "CM-7", "SC-7"],
    docs: ["https://kubernetes.io/docs/concepts/services-networking/ingress/"],
  },
  appliesTo: ["kubernetes:networking.k8s.io:Ingress", "kubernetes:extensions:Ingress"],
  *check({ props }) {
    const backend = props.at("spec.defaultBackend");
    if (backend.isSet) yield { path: backend.path, message: `${backend.path} is set; it must be left out` };
    yield* each(props.at("spec.rules").items(), function* (rule) {
      const host = rule.at("host");
      const name = host.string ?? "";
      if (name === "" || name.includes("*")) yield host.violates("must be one fully qualified name");
    });
  },
});
