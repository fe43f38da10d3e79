import type { Invocation } from "../arguments.ts";
import { openSession } from "../session.ts";
import { batch, engine, passedOn } from "./engine-commands.ts";

/** Shows what `up` would change; non-zero when a policy refuses it, or when nothing was to change and something does. */
export async function preview(invocation: Invocation): Promise<number> {
  const session = await openSession(invocation.stack);
  return engine(session, ["preview", ...batch, ...passedOn(invocation)]);
}
