import type * as inputs from "@pulumi/kubernetes/types/input.js";
import {
  fromCidrs,
  fromNamespaces,
  toAnyNamespace,
  toCidrs,
  toClusterDns,
  toNamespaces,
} from "../network-policy/rules.ts";

/** Port of the controller's metrics. */
export const metricsPort = 9113;

/** What the traffic of the controller depends on. */
export interface ControllerTraffic {
  readonly selector: Readonly<Record<string, string>>;
  /** Namespaces of the services behind it; undefined: all. */
  readonly served: readonly string[] | undefined;
  readonly allowedSourceRanges: readonly string[] | undefined;
  readonly metricsNamespace: string;
  readonly apiServerCidrs: readonly string[] | undefined;
}

const anywhere = ["0.0.0.0/0"];

/**
 * In: HTTP and HTTPS from wherever the load balancer lets them come, and the agent that collects metrics. The load
 * balancer checks the source ranges too, but only for traffic that passes it. Out: DNS, the API server, the services.
 */
export function controllerTraffic(traffic: ControllerTraffic): inputs.networking.v1.NetworkPolicySpec {
  return {
    podSelector: { matchLabels: { ...traffic.selector } },
    policyTypes: ["Ingress", "Egress"],
    ingress: [
      fromCidrs(traffic.allowedSourceRanges ?? anywhere, [80, 443]),
      fromNamespaces([traffic.metricsNamespace], [metricsPort]),
    ],
    egress: [
      toClusterDns(),
      toCidrs(traffic.apiServerCidrs ?? anywhere, [443]),
      traffic.served === undefined ? toAnyNamespace() : toNamespaces(traffic.served),
    ],
  };
}
