/**
 * Where the engine starts the program. It prepares the SDK and checks the configuration; and while the provider's process comes up to
 * answer its first question, the components load.
 */
import "./start/stack-traces.ts";
import "./start/lazy-modules.ts";
import "./start/property-promises.ts";
import { setImmediate } from "node:timers/promises";
import { loadConfiguration } from "./config.ts";
import { account } from "./start/account.ts";

/** Runs the program, and returns its outputs. */
export default async function start(): Promise<Record<string, unknown>> {
  loadConfiguration();
  // The program waits for the same answer, and so reports an error.
  account().catch(() => undefined);
  // Loading takes the thread for itself: the question must have left before.
  for (let turn = 0; turn < 5; turn++) await setImmediate();
  return { ...(await import("./index.ts")) };
}
