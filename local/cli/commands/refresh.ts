import type { Invocation } from "../arguments.ts";
import { openSession } from "../session.ts";
import { batch, engine, passedOn } from "./engine-commands.ts";

/** Takes into the state what changed in the local Azure behind Pulumi's back. */
export async function refresh(invocation: Invocation): Promise<number> {
  const session = await openSession(invocation.stack);
  return engine(session, ["refresh", "--yes", ...batch, ...passedOn(invocation)]);
}
