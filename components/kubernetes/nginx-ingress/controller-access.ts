import type * as inputs from "@pulumi/kubernetes/types/input.js";

type PolicyRule = inputs.rbac.v1.PolicyRule;

const read = ["get", "list", "watch"];

/** The names that the access of a controller is about. */
export interface ControllerNames {
  readonly namespace: string;
  readonly className: string;
  /** The Lease by which the pods agree on who writes the status of Ingresses. */
  readonly lease: string;
}

/** What the controller does with the Ingresses of a namespace that it serves. */
const serveIngresses: readonly PolicyRule[] = [
  { apiGroups: ["networking.k8s.io"], resources: ["ingresses"], verbs: read },
  { apiGroups: ["networking.k8s.io"], resources: ["ingresses/status"], verbs: ["update"] },
  { apiGroups: [""], resources: ["services", "pods"], verbs: read },
  { apiGroups: ["discovery.k8s.io"], resources: ["endpointslices"], verbs: read },
  // Certificates. A Role cannot tell Secrets of type kubernetes.io/tls from others.
  { apiGroups: [""], resources: ["secrets"], verbs: read },
  { apiGroups: [""], resources: ["events"], verbs: ["create", "patch"] },
];

/** Rules of the Role in each namespace that is served. */
export function servedNamespaceRules(): PolicyRule[] {
  return [...serveIngresses];
}

/**
 * Rules of the Role in the controller's own namespace: its settings, its Lease, the version labels that it writes on
 * its own pods, and the Service whose address it reports. No Secret is read here.
 */
export function ownNamespaceRules({ lease }: ControllerNames): PolicyRule[] {
  return [
    { apiGroups: [""], resources: ["configmaps", "services"], verbs: read },
    { apiGroups: [""], resources: ["pods"], verbs: [...read, "update"] },
    { apiGroups: ["discovery.k8s.io"], resources: ["endpointslices"], verbs: read },
    { apiGroups: ["networking.k8s.io"], resources: ["ingresses"], verbs: read },
    { apiGroups: [""], resources: ["events"], verbs: ["create", "patch"] },
    { apiGroups: ["coordination.k8s.io"], resources: ["leases"], verbs: ["create"] },
    {
      apiGroups: ["coordination.k8s.io"],
      resources: ["leases"],
      resourceNames: [lease],
      verbs: ["get", "update"],
    },
  ];
}

/**
 * Rules of the ClusterRole: what has no namespace. Upstream's role also lists nodes (telemetry, which is off here),
 * reads ReplicaSets (telemetry), writes Services (NGINX Plus) and reads custom resources (off here).
 */
export function clusterRules(names: ControllerNames, served: readonly string[]): PolicyRule[] {
  return [
    {
      apiGroups: ["networking.k8s.io"],
      resources: ["ingressclasses"],
      resourceNames: [names.className],
      verbs: ["get"],
    },
    {
      apiGroups: [""],
      resources: ["namespaces"],
      resourceNames: [names.namespace, ...served],
      verbs: ["get"],
    },
  ];
}

/** The same, and what is served in every namespace. */
export function clusterWideRules(names: ControllerNames): PolicyRule[] {
  return [...clusterRules(names, []), ...serveIngresses];
}
