import { each } from "../../evaluate.ts";
import { livesIn, nameOfNamespace, systemNamespaces } from "../../kubernetes/namespace.ts";
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
  check: (stack) =>
    each(stack.ofType("kubernetes:core:Namespace"), function* (resource) {
      if (systemNamespaces.some((name) => name === nameOfNamespace(resource))) return;
      for (const kind of ["ResourceQuota", "LimitRange"] as const) {
        if (!stack.ofType(`kubernetes:core:${kind}`).some((object) => livesIn(object, resource)))
          yield { path: "", message: `no ${kind} stands in the namespace`, resource };
      }
    }),
});
