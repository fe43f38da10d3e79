import type * as inputs from "@pulumi/kubernetes/types/input.js";

type IngressRule = inputs.networking.v1.NetworkPolicyIngressRule;
type EgressRule = inputs.networking.v1.NetworkPolicyEgressRule;

/** Selects a namespace by the name that the API server writes on it, which nobody but its creator can choose. */
function namespaceNamed(names: readonly string[]): inputs.meta.v1.LabelSelector {
  return {
    matchExpressions: [{ key: "kubernetes.io/metadata.name", operator: "In", values: [...names] }],
  };
}

function tcp(ports: readonly number[]): inputs.networking.v1.NetworkPolicyPort[] {
  return ports.map((port) => ({ protocol: "TCP", port }));
}

/** Lets every pod of these namespaces in, on these ports. */
export function fromNamespaces(names: readonly string[], ports: readonly number[]): IngressRule {
  return { from: [{ namespaceSelector: namespaceNamed(names) }], ports: tcp(ports) };
}

/** Lets workloads of the same namespace in, by their `app.kubernetes.io/name`. */
export function fromWorkloads(names: readonly string[], ports: readonly number[]): IngressRule {
  return { from: [workloadsNamed(names)], ports: tcp(ports) };
}

/** Lets these address ranges in. */
export function fromCidrs(cidrs: readonly string[], ports: readonly number[]): IngressRule {
  return { from: cidrs.map((cidr) => ({ ipBlock: { cidr } })), ports: tcp(ports) };
}

/** Lets pods reach these address ranges. */
export function toCidrs(cidrs: readonly string[], ports: readonly number[]): EgressRule {
  return { to: cidrs.map((cidr) => ({ ipBlock: { cidr } })), ports: tcp(ports) };
}

/** Lets pods reach workloads of the same namespace, on any port, by their `app.kubernetes.io/name`. */
export function toWorkloads(names: readonly string[]): EgressRule {
  return { to: [workloadsNamed(names)] };
}

/** Lets pods reach every pod of these namespaces, on any TCP port. */
export function toNamespaces(names: readonly string[]): EgressRule {
  return { to: [{ namespaceSelector: namespaceNamed(names) }], ports: [{ protocol: "TCP" }] };
}

/** Lets pods reach every pod of the cluster, on any TCP port. */
export function toAnyNamespace(): EgressRule {
  return { to: [{ namespaceSelector: {} }], ports: [{ protocol: "TCP" }] };
}

/** Lets pods resolve names: the cluster's DNS service, over UDP and, for long answers, TCP. */
export function toClusterDns(): EgressRule {
  return {
    to: [
      {
        namespaceSelector: namespaceNamed(["kube-system"]),
        podSelector: { matchLabels: { "k8s-app": "kube-dns" } },
      },
    ],
    ports: [
      { protocol: "UDP", port: 53 },
      { protocol: "TCP", port: 53 },
    ],
  };
}

function workloadsNamed(names: readonly string[]): inputs.networking.v1.NetworkPolicyPeer {
  return {
    podSelector: {
      matchExpressions: [{ key: "app.kubernetes.io/name", operator: "In", values: [...names] }],
    },
  };
}
