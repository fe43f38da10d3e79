import type * as inputs from "@pulumi/kubernetes/types/input.js";
import {
  fromNamespaces,
  fromWorkloads,
  toCidrs,
  toClusterDns,
  toWorkloads,
} from "../network-policy/rules.ts";
import type { SelectorLabels } from "../workload/labels.ts";
import { databasePort } from "./database-client.ts";
import { kafkaPort } from "./kafka-client.ts";
import type { MicroserviceArgs } from "./microservice-args.ts";
import { loginCidrs } from "./workload-identity.ts";

/**
 * The traffic of a service: in from the ingress controller where it has a route, from the agent that collects metrics,
 * and from callers; out to DNS and to what the arguments name. Everything else is denied.
 */
export function trafficPolicy(
  args: MicroserviceArgs,
  port: number,
  pods: SelectorLabels,
): inputs.networking.v1.NetworkPolicySpec {
  const { route, identity, database, kafka } = args;
  const callers = args.callers ?? [];
  const calls = args.calls ?? [];
  return {
    podSelector: { matchLabels: { ...pods } },
    policyTypes: ["Ingress", "Egress"],
    ingress: [
      ...(route === undefined ? [] : [fromNamespaces([args.ingressNamespace ?? "nginx-ingress"], [port])]),
      fromNamespaces([args.metricsNamespace ?? "kube-system"], [port]),
      ...(callers.length === 0 ? [] : [fromWorkloads(callers, [port])]),
    ],
    egress: [
      toClusterDns(),
      ...(identity === undefined ? [] : [toCidrs(loginCidrs(identity), [443])]),
      ...(database === undefined ? [] : [toCidrs(database.cidrs, [databasePort(database)])]),
      ...(kafka === undefined ? [] : [toCidrs(kafka.cidrs, [kafkaPort(kafka)])]),
      ...(args.egress ?? []).map((target) => toCidrs(target.cidrs, target.ports)),
      ...(calls.length === 0 ? [] : [toWorkloads(calls)]),
    ],
  };
}
