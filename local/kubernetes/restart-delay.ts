const first = 250;
const longest = 15_000;
/** A process that lived this long is taken to have been healthy: its next failure counts as a first one. */
const healthyAfter = 30_000;

/** Failures in a row of one component. */
export interface FailureStreak {
  readonly failures: number;
}

/** The streak after a process ended that had lived for so many milliseconds. */
export function afterExit(streak: FailureStreak, livedMs: number): FailureStreak {
  return { failures: livedMs >= healthyAfter ? 1 : streak.failures + 1 };
}

/** Milliseconds to wait before the next start: a quarter of a second, doubled with each failure in a row, at most 15 seconds. */
export function restartDelay(streak: FailureStreak): number {
  return Math.min(first * 2 ** Math.max(streak.failures - 1, 0), longest);
}
