import { each } from "../evaluate.ts";
import type { Finding } from "../finding.ts";
import type { ParameterValues } from "../parameters.ts";
import type { Property } from "../property.ts";
import type { TypePattern } from "../resource-type.ts";
import type { ResourceView } from "../view.ts";

/** The resources that declare pools of AKS nodes: a cluster with pools inside it, and a pool on its own. */
export const agentPoolHolders: readonly TypePattern[] = [
  "azure-native:containerservice:ManagedCluster",
  "azure-native:containerservice:AgentPool",
];

/** The pools of nodes that a resource declares. */
export function agentPoolsOf({ kind, props }: ResourceView): readonly Property[] {
  return kind.name === "AgentPool" ? [props] : props.at("agentPoolProfiles").items();
}

/** Makes a check of a pool one of every pool that a resource declares. */
export function everyAgentPool(check: (pool: Property, parameters: ParameterValues) => Iterable<Finding>) {
  return (resource: ResourceView, parameters: ParameterValues): Iterable<Finding> =>
    each(agentPoolsOf(resource), (pool) => check(pool, parameters));
}

/** The property that says how few nodes a pool may have. */
export function leastNodesOf(pool: Property): Property {
  return pool.at(pool.at("enableAutoScaling").is(true) ? "minCount" : "count");
}

/** Whether the pool runs the cluster's own add-ons. A pool on its own is a user pool unless it is told otherwise. */
export function isSystemPool(pool: Property): boolean {
  return pool.at("mode").is("System");
}
