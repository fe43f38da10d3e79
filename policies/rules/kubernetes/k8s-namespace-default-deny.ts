import { each } from "../../evaluate.ts";
import { Inhabitants } from "../../kubernetes/inhabitants.ts";
import { nameOfNamespace, systemNamespaces } from "../../kubernetes/namespace.ts";
import { stackRule } from "../../rule.ts";
import type { ResourceView } from "../../view.ts";

export default stackRule({
  id: "k8s-namespace-default-deny",
  title: "Namespaces deny all traffic that no policy names",
  severity: "high",
  description:
    "A policy for one workload leaves all others open; only one that selects every pod and allows nothing closes a namespace.",
  remediation:
    'Add a NetworkPolicy with podSelector: {} and policyTypes: ["Ingress", "Egress"], without rules, to the namespace.',
  references: {
    catalogue: ["X-24"],
    nist: ["AC-4", "SC-7", "SC-7(5)"],
    docs: [
      "https://kubernetes.io/docs/concepts/services-networking/network-policies/#default-deny-all-ingress-and-all-egress-traffic",
    ],
  },
  appliesTo: ["kubernetes:core:Namespace"],
  reads: ["kubernetes:networking.k8s.io:NetworkPolicy"],
  *check(stack) {
    const policies = new Inhabitants(stack.ofType("kubernetes:networking.k8s.io:NetworkPolicy"));
    yield* each(stack.ofType("kubernetes:core:Namespace"), function* (resource) {
      if (systemNamespaces.some((name) => name === nameOfNamespace(resource))) return;
      const inside = policies.of(resource);
      for (const direction of ["Ingress", "Egress"] as const) {
        if (!inside.some((policy) => deniesAll(policy, direction)))
          yield {
            path: "",
            message: `no NetworkPolicy denies all ${direction.toLowerCase()} of the namespace`,
            resource,
          };
      }
    });
  },
});

function deniesAll({ props }: ResourceView, direction: "Ingress" | "Egress"): boolean {
  const spec = props.at("spec");
  const selector = spec.at("podSelector");
  const selectsAll =
    selector.at("matchLabels").entries().length === 0 && selector.at("matchExpressions").items().length === 0;
  const isListed = spec
    .at("policyTypes")
    .items()
    .some((type) => type.is(direction));
  return selectsAll && isListed && spec.at(direction.toLowerCase()).items().length === 0;
}
