import { withAzure } from "./open-azure.ts";
import type { Operation } from "./store/operations.ts";

/** Sets how fast simulated time passes for every process: 0 costs nothing, 1 is as slow as Azure. */
export function setClockFactor(stateDirectory: string, factor: number): Promise<void> {
  return withAzure(stateDirectory, ({ store }) => {
    store.clock.setFactor(factor);
  });
}

/** Every operation there was, the oldest first. */
export function operationLog(stateDirectory: string): Promise<Operation[]> {
  return withAzure(stateDirectory, ({ store }) => store.operations.all());
}

/**
 * Minutes that some operations would have taken on Azure, from the first start to the last end: each begins when what it depends on
 * has ended.
 */
export function criticalPathMinutes(operations: readonly Operation[]): number {
  if (operations.length === 0) return 0;
  const start = Math.min(...operations.map((operation) => operation.simulatedStart));
  return Math.max(...operations.map((operation) => operation.simulatedEnd)) - start;
}
