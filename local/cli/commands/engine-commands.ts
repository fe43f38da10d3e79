import type { Invocation } from "../arguments.ts";
import { run } from "../pulumi.ts";
import type { Session } from "../session.ts";

/**
 * Flags of every engine run: no links to a service that is not there; its live display for people, plain lines for pipes
 * and CI.
 */
export const batch: readonly string[] = [
  "--suppress-permalink=true",
  ...(process.stdout.isTTY && process.env.CI === undefined ? [] : ["--non-interactive"]),
];

/** The engine's flags for options of ours. */
export function passedOn(invocation: Invocation): string[] {
  return [
    ...(invocation.expectNoChanges ? ["--expect-no-changes"] : []),
    ...(invocation.diff ? ["--diff"] : []),
  ];
}

/** Runs an engine command on the session's stack, and carries back what it changed in the stack file. */
export async function engine(session: Session, args: readonly string[]): Promise<number> {
  try {
    return await run(session.pulumi, args);
  } finally {
    session.stackFile.finish();
  }
}
