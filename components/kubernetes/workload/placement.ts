import type * as inputs from "@pulumi/kubernetes/types/input.js";
import type { SelectorLabels } from "./labels.ts";

/** Where the pods of a workload go relative to each other. */
export interface Placement {
  readonly affinity: inputs.core.v1.Affinity;
  readonly topologySpreadConstraints: inputs.core.v1.TopologySpreadConstraint[];
}

/**
 * Pods spread evenly over zones, and over nodes within them. Both are wishes, not conditions: a small cluster without
 * zones still runs everything. Pods of an older revision do not count, so a rollout ends as even as it began.
 */
export function spreadOut(matchLabels: SelectorLabels): Placement {
  return {
    affinity: {
      podAntiAffinity: {
        preferredDuringSchedulingIgnoredDuringExecution: [
          {
            weight: 100,
            podAffinityTerm: {
              topologyKey: "kubernetes.io/hostname",
              labelSelector: { matchLabels: { ...matchLabels } },
            },
          },
        ],
      },
    },
    topologySpreadConstraints: [
      {
        maxSkew: 1,
        topologyKey: "topology.kubernetes.io/zone",
        whenUnsatisfiable: "ScheduleAnyway",
        labelSelector: { matchLabels: { ...matchLabels } },
        matchLabelKeys: ["pod-template-hash"],
      },
    ],
  };
}
