/** Which refusals of Azure pass, and how long the provider waits before it asks again. Source: the facts of area http-status. */
import { ArmError } from "../../arm/service.ts";

const retriedStatuses: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);
const retriedConflicts: ReadonlySet<string> = new Set([
  "AnotherOperationInProgress",
  "StorageAccountOperationInProgress",
]);

/** Seconds before the second, third and fourth attempt; after that the error stands. */
export const retryDelays: readonly number[] = [20, 60, 120];

export function isRetried(error: Pick<ArmError, "status" | "code">): boolean {
  return (
    retriedStatuses.has(error.status) ||
    (error.status === 409 && error.code !== undefined && retriedConflicts.has(error.code))
  );
}

/**
 * The result of the work, which is done again while Azure asks for patience.
 *
 * @param wait Lets the seconds pass; rejects when the work is given up.
 */
export async function withRetries<T>(
  work: () => Promise<T>,
  wait: (seconds: number) => Promise<void>,
): Promise<T> {
  for (const delay of retryDelays) {
    try {
      return await work();
    } catch (error) {
      // What was accepted and failed is a resource by now: asking again would meet it.
      if (!(error instanceof ArmError) || error.accepted !== undefined || !isRetried(error)) {
        throw error;
      }
      await wait(delay);
    }
  }
  return await work();
}
