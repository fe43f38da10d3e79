import type { Invocation } from "../arguments.ts";
import { openSession } from "../session.ts";
import { engine } from "./engine-commands.ts";

/** Shows the stack's outputs; secret ones as [secret] unless asked for. */
export async function outputs(invocation: Invocation): Promise<number> {
  const session = await openSession(invocation.stack);
  return engine(session, [
    "stack",
    "output",
    ...(invocation.json ? ["--json"] : []),
    ...(invocation.showSecrets ? ["--show-secrets"] : []),
  ]);
}
