import type * as inputs from "@pulumi/kubernetes/types/input.js";
import { refuseOutside } from "../refusal/numbers.ts";
import type { Refusal } from "../refusal/refusal.ts";

/** How many pods run, decided by their CPU use. */
export interface HorizontalScaling {
  /** Fewest pods. Default 2, so that one may be lost, or maxReplicas where that is 1. Refused below 1. */
  minReplicas?: number;
  /** Most pods. Refused below minReplicas. */
  maxReplicas: number;
  /** Average CPU use, in percent of the request, that scaling aims at. Default 70. Refused outside 1 to 100. */
  cpuUtilization?: number;
}

/** Pods that a Deployment starts with, at most has, and has while a rollout replaces one. */
export interface ReplicaRange {
  readonly least: number;
  readonly most: number;
}

const defaultReplicas = 2;

/** The range that fixed replicas or scaling describe. */
export function replicaRange(
  replicas: number | undefined,
  scaling: HorizontalScaling | undefined,
): ReplicaRange {
  if (scaling === undefined) {
    const fixed = replicas ?? defaultReplicas;
    return { least: fixed, most: fixed };
  }
  return {
    least: scaling.minReplicas ?? Math.min(defaultReplicas, scaling.maxReplicas),
    most: scaling.maxReplicas,
  };
}

/** Refuses counts out of range, a maximum below the minimum, and a fixed count beside scaling. */
export function refuseScaling(
  replicas: number | undefined,
  scaling: HorizontalScaling | undefined,
): Refusal[] {
  const count = { least: 1, most: 1000, remedy: "Give the number of pods." };
  const refusals = replicas === undefined ? [] : refuseOutside("replicas", replicas, count);
  if (scaling === undefined) {
    return refusals;
  }
  if (replicas !== undefined) {
    refusals.push({
      property: "replicas",
      value: replicas,
      allowed: "absent where scaling is given",
      remedy: "Remove it: scaling.minReplicas is the number of pods to start with.",
    });
  }
  const { least, most } = replicaRange(undefined, scaling);
  refusals.push(
    ...refuseOutside("scaling.minReplicas", least, count),
    ...refuseOutside("scaling.maxReplicas", most, count),
    ...refuseOutside("scaling.cpuUtilization", scaling.cpuUtilization ?? 70, {
      least: 1,
      most: 100,
      remedy: "Give the percentage of the CPU request to aim at.",
    }),
  );
  if (least > most) {
    refusals.push({
      property: "scaling.maxReplicas",
      value: most,
      allowed: `at least scaling.minReplicas, which is ${least}`,
      remedy: "Raise maxReplicas or lower minReplicas.",
    });
  }
  return refusals;
}

/** The autoscaler of a Deployment. */
export function autoscalerSpec(
  deployment: string,
  scaling: HorizontalScaling,
): inputs.autoscaling.v2.HorizontalPodAutoscalerSpec {
  const { least, most } = replicaRange(undefined, scaling);
  return {
    scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: deployment },
    minReplicas: least,
    maxReplicas: most,
    metrics: [
      {
        type: "Resource",
        resource: {
          name: "cpu",
          target: { type: "Utilization", averageUtilization: scaling.cpuUtilization ?? 70 },
        },
      },
    ],
  };
}
