/** A plugin as the engine starts it: a process that prints its port. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";

/** A running plugin. */
export interface PluginProcess {
  readonly process: ChildProcess;
  readonly port: number;
  /** Time from the start to the port line, in milliseconds. */
  readonly startupTime: number;
  /** Waits for the end, and returns exit code or signal. */
  ended(): Promise<number | string>;
  /** Ends the plugin as the engine does, and by force if it does not listen. */
  stop(): Promise<void>;
}

/** Starts the plugin whose entry point is at this path. */
export async function startPlugin(
  main: string,
  options: { engineAddress?: string; environment?: NodeJS.ProcessEnv } = {},
): Promise<PluginProcess> {
  const started = performance.now();
  const child = spawn(process.execPath, [main, options.engineAddress ?? "127.0.0.1:1"], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, ...options.environment },
  });
  const exit = once(child, "exit").then(
    ([code, signal]: (number | string | null)[]) => code ?? signal ?? "?",
  );
  const port = await Promise.race([
    portLine(child),
    exit.then((code) =>
      Promise.reject(new Error(`The plugin ended with ${code} before it printed its port.`)),
    ),
  ]);
  return {
    process: child,
    port,
    startupTime: performance.now() - started,
    ended: () => exit,
    stop: async () => {
      child.kill("SIGINT");
      const force = setTimeout(() => child.kill("SIGKILL"), 5000);
      await exit;
      clearTimeout(force);
    },
  };
}

async function portLine(child: ChildProcess): Promise<number> {
  let text = "";
  for await (const chunk of child.stdout ?? []) {
    text += String(chunk);
    const line = /^(\d+)\n/.exec(text);
    if (line !== null) {
      return Number(line[1]);
    }
  }
  throw new Error(`The plugin printed no port, but ${JSON.stringify(text)}.`);
}
