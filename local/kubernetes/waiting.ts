import { setTimeout as sleep } from "node:timers/promises";

/** How long and how often something is looked at. */
export interface Patience {
  /** Milliseconds after which waiting ends. */
  readonly timeoutMs: number;
  /** Milliseconds between two looks. */
  readonly everyMs: number;
}

/** Looks until there is an answer; undefined when time is up. */
export async function waitFor<T>(
  look: () => Promise<T | undefined> | T | undefined,
  patience: Patience,
): Promise<T | undefined> {
  const end = performance.now() + patience.timeoutMs;
  for (;;) {
    const answer = await look();
    if (answer !== undefined) return answer;
    if (performance.now() >= end) return undefined;
    await sleep(patience.everyMs);
  }
}
