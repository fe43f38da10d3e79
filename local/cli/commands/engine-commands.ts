import type { Invocation } from "../arguments.ts";
import { run } from "../pulumi.ts";
import type { Session } from "../session.ts";

/** Flags of every engine run: no questions, no links to a service that is not there. */
export const batch = ["--non-interactive", "--suppress-permalink=true"] as const;

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
