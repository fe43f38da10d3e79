import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { setPriority } from "node:os";
import { createInterface } from "node:readline";

export interface RunOptions {
  readonly directory?: string;
  readonly environment?: NodeJS.ProcessEnv;
  /** Called with every line of stdout. */
  readonly onOutput?: (line: string) => void;
  /** Called with every line of stderr. */
  readonly onError?: (line: string) => void;
  /** Ended when it takes longer. Default: no limit. */
  readonly timeoutMilliseconds?: number;
  /** 0 is normal, higher gives way to others (see nice(1)). Default: 0. */
  readonly niceness?: number;
}

/** The end of a program's output is where it says what went wrong. */
const keptErrorLines = 40;

/** A program that could not be started, or ended with another exit code than 0. */
export class ProgramError extends Error {
  override readonly name = "ProgramError";
}

/** Runs a program to its end and returns what it wrote to stdout; throws a ProgramError with the end of its stderr when it fails. */
export async function run(
  program: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<string> {
  const child = spawn(program, args, {
    stdio: ["ignore", "pipe", "pipe"],
    ...(options.directory === undefined ? {} : { cwd: options.directory }),
    ...(options.environment === undefined ? {} : { env: options.environment }),
    ...(options.timeoutMilliseconds === undefined ? {} : { timeout: options.timeoutMilliseconds }),
  });
  running.add(child);
  try {
    const ended = new Promise<string | undefined>((resolve) => {
      child.once("error", (error) => resolve(error.message));
      child.once("close", (code, signal) => {
        if (code === 0) resolve(undefined);
        else resolve(signal === null ? `exit code ${code}` : `ended by ${signal}`);
      });
    });
    if (child.pid !== undefined && options.niceness !== undefined) setNiceness(child.pid, options.niceness);
    const output: string[] = [];
    const errors: string[] = [];
    createInterface(child.stdout).on("line", (line) => {
      output.push(line);
      options.onOutput?.(line);
    });
    createInterface(child.stderr).on("line", (line) => {
      errors.push(line);
      if (errors.length > keptErrorLines) errors.shift();
      options.onError?.(line);
    });
    const failure = await ended;
    if (failure !== undefined)
      throw new ProgramError([`${program} ${args.join(" ")}: ${failure}`, ...errors].join("\n"));
    return output.join("\n");
  } finally {
    running.delete(child);
  }
}

/** What this process has started; ended with it. */
const running = new Set<ChildProcess>();

process.on("exit", () => {
  for (const child of running) child.kill();
});

function setNiceness(pid: number, niceness: number): void {
  try {
    setPriority(pid, niceness);
  } catch {
    // It may have ended already, or the system may not allow it: the work is done all the same.
  }
}
