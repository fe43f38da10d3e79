import { each } from "../../evaluate.ts";
import { Inhabitants } from "../../kubernetes/inhabitants.ts";
import { nameOfNamespace, systemNamespaces } from "../../kubernetes/namespace.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "k8s-namespace-limits",
  title: "Namespaces have a quota and default limits",
  severity: "medium",
  description:
    "Without a ResourceQuota one tenant takes the whole cluster, and without a LimitRange a container that states no limits has none.",
  remediation: "Add a ResourceQuota and a LimitRange to the namespace.",
  references: {
    catalogue: ["K8S-48"],
    trivy: ["KSV-0039", "KSV-0040"],
    nist: ["SC-5", "SC-5(2)", "SC-6"],
    docs: [
      "https://kubernetes.io/docs/concepts/policy/resource-quotas/",
      "https://kubernetes.io/docs/concepts/policy/limit-range/",
    ],
  },
  appliesTo: ["kubernetes:core:Namespace"],
  reads: ["kubernetes:core:ResourceQuota", "kubernetes:core:LimitRange"],
  *check(stack) {
    const kinds = (["ResourceQuota", "LimitRange"] as const).map((kind) => ({
      kind,
      inhabitants: new Inhabitants(stack.ofType(`kubernetes:core:${kind}`)),
    }));
    yield* each(stack.ofType("kubernetes:core:Namespace"), function* (resource) {
      if (systemNamespaces.some((name) => name === nameOfNamespace(resource))) return;
      for (const { kind, inhabitants } of kinds) {
        if (inhabitants.of(resource).length === 0)
          yield { path: "", message: `no ${kind} stands in the namespace`, resource };
      }
    });
  },
});
