import type { Invocation } from "../arguments.ts";
import { openSession } from "../session.ts";
import { engine } from "./engine-commands.ts";

/** Passes its arguments to the engine, on the stack, with the policies. */
export async function exec(invocation: Invocation): Promise<number> {
  const session = await openSession(invocation.stack);
  return engine(session, invocation.rest);
}
