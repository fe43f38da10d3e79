/** Waiting in the time of the local Azure. */
import { setTimeout } from "node:timers/promises";
import type { ArmService } from "../../arm/service.ts";

/**
 * Real milliseconds for a second of waiting, where the local Azure does not say how fast its time passes: enough for another process to end what it does.
 */
const millisecondsPerSecond = 10;

export async function waitIn(arm: ArmService, seconds: number, signal: AbortSignal): Promise<void> {
  await (arm.wait?.(seconds, signal) ?? setTimeout(seconds * millisecondsPerSecond, undefined, { signal }));
}
