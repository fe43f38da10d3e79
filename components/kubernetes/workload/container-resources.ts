import type { Refusal } from "../refusal/refusal.ts";
import { canonicalQuantity, refuseQuantity, thousandthsOf, timesQuantity } from "./quantity.ts";

/** What one container asks for and may use. A part that is not given takes the component's default. */
export interface ContainerResources {
  /** CPU that the scheduler reserves, in cores: `100m` is a tenth. CKV_K8S_10. */
  cpuRequest?: string;
  /** CPU above which the container is throttled. Refused below the request. CKV_K8S_11. */
  cpuLimit?: string;
  /** Memory that the scheduler reserves, in bytes: `128Mi`. CKV_K8S_12. */
  memoryRequest?: string;
  /** Memory above which the container is killed. Refused below the request. CKV_K8S_13. */
  memoryLimit?: string;
}

/** Requests and limits as a container states them: all four are always there. */
export interface ResourceRequirements {
  readonly requests: { readonly cpu: string; readonly memory: string };
  readonly limits: { readonly cpu: string; readonly memory: string };
}

/** Fills what is missing from the defaults; a limit is never less than the request that was given. */
export function resourceRequirements(
  given: ContainerResources | undefined,
  defaults: Required<ContainerResources>,
): ResourceRequirements {
  const cpuRequest = given?.cpuRequest ?? atMost(defaults.cpuRequest, given?.cpuLimit);
  const memoryRequest = given?.memoryRequest ?? atMost(defaults.memoryRequest, given?.memoryLimit);
  return {
    requests: { cpu: canonicalQuantity(cpuRequest), memory: canonicalQuantity(memoryRequest) },
    limits: {
      cpu: canonicalQuantity(given?.cpuLimit ?? atLeast(defaults.cpuLimit, cpuRequest)),
      memory: canonicalQuantity(given?.memoryLimit ?? atLeast(defaults.memoryLimit, memoryRequest)),
    },
  };
}

/** What `count` such containers ask for and may use together. */
export function timesRequirements(
  count: number,
  { requests, limits }: ResourceRequirements,
): ResourceRequirements {
  return {
    requests: { cpu: timesQuantity(count, requests.cpu), memory: timesQuantity(count, requests.memory) },
    limits: { cpu: timesQuantity(count, limits.cpu), memory: timesQuantity(count, limits.memory) },
  };
}

/** Refuses what is no quantity, and a limit below its request. */
export function refuseResources(property: string, given: ContainerResources | undefined): Refusal[] {
  if (given === undefined) {
    return [];
  }
  return [
    ...refusePair(property, "cpu", given.cpuRequest, given.cpuLimit, "250m"),
    ...refusePair(property, "memory", given.memoryRequest, given.memoryLimit, "256Mi"),
  ];
}

function refusePair(
  property: string,
  kind: string,
  request: string | undefined,
  limit: string | undefined,
  example: string,
): Refusal[] {
  const malformed = [
    ...(request === undefined ? [] : refuseQuantity(`${property}.${kind}Request`, request, example)),
    ...(limit === undefined ? [] : refuseQuantity(`${property}.${kind}Limit`, limit, example)),
  ];
  if (malformed.length > 0 || request === undefined || limit === undefined || !isLess(limit, request)) {
    return malformed;
  }
  return [
    {
      property: `${property}.${kind}Limit`,
      value: limit,
      allowed: `at least the request, which is ${request}`,
      remedy: "Raise the limit or lower the request.",
    },
  ];
}

function isLess(left: string, right: string): boolean {
  return (thousandthsOf(left) ?? 0n) < (thousandthsOf(right) ?? 0n);
}

function atLeast(value: string, floor: string): string {
  return isLess(value, floor) ? floor : value;
}

function atMost(value: string, ceiling: string | undefined): string {
  return ceiling !== undefined && isLess(ceiling, value) ? ceiling : value;
}
