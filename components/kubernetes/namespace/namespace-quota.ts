import { refuseOutside } from "../refusal/numbers.ts";
import type { Refusal } from "../refusal/refusal.ts";
import { canonicalQuantity, refuseQuantity } from "../workload/quantity.ts";

/** What all pods of a namespace may use together. A part that is not given takes its default. */
export interface NamespaceQuota {
  /** Sum of the CPU requests, in cores. Default `20`. */
  cpuRequests?: string;
  /** Sum of the CPU limits, in cores. Default `40`. */
  cpuLimits?: string;
  /** Sum of the memory requests, in bytes. Default `40Gi`. */
  memoryRequests?: string;
  /** Sum of the memory limits, in bytes. Default `80Gi`. */
  memoryLimits?: string;
  /** Number of pods. Default 100. Refused below 1. */
  pods?: number;
  /**
   * Number of Services of type LoadBalancer, each of which opens the cluster to a network. Default 0: traffic comes
   * through the ingress controller; node ports are then refused too.
   */
  loadBalancers?: number;
}

/** The hard limits of the ResourceQuota. */
export function hardLimits(quota: NamespaceQuota | undefined): Record<string, string> {
  const loadBalancers = quota?.loadBalancers ?? 0;
  return {
    "requests.cpu": canonicalQuantity(quota?.cpuRequests ?? "20"),
    "requests.memory": canonicalQuantity(quota?.memoryRequests ?? "40Gi"),
    "limits.cpu": canonicalQuantity(quota?.cpuLimits ?? "40"),
    "limits.memory": canonicalQuantity(quota?.memoryLimits ?? "80Gi"),
    pods: `${quota?.pods ?? 100}`,
    "services.loadbalancers": `${loadBalancers}`,
    // A Service of type LoadBalancer takes node ports as well, as many as it has ports.
    ...(loadBalancers === 0 ? { "services.nodeports": "0" } : {}),
  };
}

/** Refuses quantities and counts that the API server would refuse. */
export function refuseQuota(property: string, quota: NamespaceQuota | undefined): Refusal[] {
  if (quota === undefined) {
    return [];
  }
  const quantities = [
    ["cpuRequests", quota.cpuRequests, "20"],
    ["cpuLimits", quota.cpuLimits, "40"],
    ["memoryRequests", quota.memoryRequests, "40Gi"],
    ["memoryLimits", quota.memoryLimits, "80Gi"],
  ] as const;
  return [
    ...quantities.flatMap(([key, value, example]) =>
      value === undefined ? [] : refuseQuantity(`${property}.${key}`, value, example),
    ),
    ...refuseOutside(`${property}.pods`, quota.pods ?? 100, {
      least: 1,
      most: 100_000,
      remedy: "Give the number of pods that may run at once.",
    }),
    ...refuseOutside(`${property}.loadBalancers`, quota.loadBalancers ?? 0, {
      least: 0,
      most: 1000,
      remedy: "Give the number of Services of type LoadBalancer.",
    }),
  ];
}
