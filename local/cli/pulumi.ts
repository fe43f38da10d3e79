import { spawn } from "node:child_process";
import { root } from "./layout.ts";

/** The engine, ready to be run on one stack. */
export interface Pulumi {
  readonly binary: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Runs the engine on the terminal; resolves to its exit code. Ctrl-C reaches the engine itself, which then ends in order. */
export async function run(pulumi: Pulumi, args: readonly string[]): Promise<number> {
  const child = spawn(pulumi.binary, args, { cwd: root, env: pulumi.environment, stdio: "inherit" });
  const ignore = () => undefined;
  const terminate = () => child.kill("SIGTERM");
  process.on("SIGINT", ignore);
  process.on("SIGTERM", terminate);
  try {
    return await new Promise((resolve, reject) => {
      child.on("error", reject);
      child.on("exit", (code, signal) => resolve(signal === null ? (code ?? 1) : 130));
    });
  } finally {
    process.off("SIGINT", ignore);
    process.off("SIGTERM", terminate);
  }
}

/** What a captured run gave. */
export interface Captured {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the engine and keeps what it prints. */
export async function capture(pulumi: Pulumi, args: readonly string[], input = ""): Promise<Captured> {
  const child = spawn(pulumi.binary, args, { cwd: root, env: pulumi.environment, stdio: "pipe" });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
  child.stdin.end(input);
  const code = await new Promise<number>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (exit) => resolve(exit ?? 1));
  });
  return {
    code,
    stdout: Buffer.concat(stdout).toString("utf8"),
    stderr: Buffer.concat(stderr).toString("utf8"),
  };
}

/** Runs the engine for its standard output; a failure is an error with what the engine said. */
export async function ask(pulumi: Pulumi, args: readonly string[], input = ""): Promise<string> {
  const answer = await capture(pulumi, args, input);
  if (answer.code !== 0) {
    throw new Error(`pulumi ${args.join(" ")} failed:\n${answer.stderr.trim() || answer.stdout.trim()}`);
  }
  return answer.stdout;
}
