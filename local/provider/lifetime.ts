/** How long a plugin lives: as long as the engine that started it. */
import { fstatSync } from "node:fs";

/** How often to look whether the parent process is still there, in milliseconds. */
const PARENT_CHECK_INTERVAL = 1000;

/**
 * Calls back, once, when this process should end: on a signal that asks for it (the engine sends SIGINT to a plugin's process group when it
 * has finished), when the engine's end of standard input is closed, or when the parent process has died. The last two
 * are what remains of an engine that was killed.
 */
export function onEngineGone(callback: () => void): void {
  let called = false;
  const once = (): void => {
    if (!called) {
      called = true;
      callback();
    }
  };

  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, once);
  }

  if (isPipe(0)) {
    process.stdin.on("end", once).on("close", once).on("error", once);
    process.stdin.resume();
  }

  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) {
      once();
    }
  }, PARENT_CHECK_INTERVAL).unref();

  // Whoever read this output may be gone: that must not turn an orderly end into a crash.
  process.stdout.on("error", once);
  process.stderr.on("error", once);
}

/** Whether the descriptor is one end of a pipe or socket. A terminal or `/dev/null` says nothing about the engine. */
function isPipe(descriptor: number): boolean {
  try {
    const stat = fstatSync(descriptor);
    return stat.isFIFO() || stat.isSocket();
  } catch {
    return false;
  }
}
