import { refuseLabelName } from "../refusal/names.ts";
import type { Refusal } from "../refusal/refusal.ts";
import type { ContainerResources } from "../workload/container-resources.ts";
import { refuseResources } from "../workload/container-resources.ts";
import type { NamespaceQuota } from "./namespace-quota.ts";
import { refuseQuota } from "./namespace-quota.ts";
import type { PodSecurityLevel } from "./pod-security-level.ts";

export interface TenantNamespaceArgs {
  /** Name of the namespace. Default: the component's name. Refused when it is no DNS-1123 label, or a system namespace. */
  name?: string;
  /** Level of the Pod Security Standards that every pod must meet. Default `restricted`. */
  podSecurity?: PodSecurityLevel;
  /** Further labels of the namespace. Default none. Refused: labels of pod-security.kubernetes.io, which podSecurity sets. */
  labels?: Record<string, string>;
  /**
   * Requests and limits of containers that state none. Default 100m and 500m of a core, 128Mi and 256Mi of memory.
   */
  containerDefaults?: ContainerResources;
  /** What all pods together may use. Default: 20 cores and 40Gi requested, 100 pods, no load balancer. */
  quota?: NamespaceQuota;
}

/** Namespaces of the cluster itself; CKV_K8S_21 and CIS AKS 4.6.3 keep workloads out of them. */
const systemNamespaces = ["default", "kube-system", "kube-public", "kube-node-lease", "gatekeeper-system"];

/** Every argument that cannot be used. */
export function refuseTenantNamespaceArgs(name: string, args: TenantNamespaceArgs): Refusal[] {
  return [
    ...refuseLabelName("name", name),
    ...refuseSystemNamespace("name", name),
    ...refusePodSecurityLabels(args.labels ?? {}),
    ...refuseResources("containerDefaults", args.containerDefaults),
    ...refuseQuota("quota", args.quota),
  ];
}

/** Refuses the namespaces of the cluster itself. */
export function refuseSystemNamespace(property: string, value: string): Refusal[] {
  return systemNamespaces.includes(value)
    ? [
        {
          property,
          value,
          allowed: `a namespace other than ${systemNamespaces.join(", ")}`,
          remedy: "Give the workload a namespace of its own.",
        },
      ]
    : [];
}

function refusePodSecurityLabels(labels: Record<string, string>): Refusal[] {
  return Object.entries(labels)
    .filter(([key]) => key.startsWith("pod-security.kubernetes.io/"))
    .map(([key, value]) => ({
      property: `labels["${key}"]`,
      value,
      allowed: "a label outside pod-security.kubernetes.io",
      remedy: "Remove it and say podSecurity instead.",
    }));
}
