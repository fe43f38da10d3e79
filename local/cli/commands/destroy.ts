import { existsSync, rmSync } from "node:fs";
import { forgetDeleted } from "../../azure/reset.ts";
import type { Invocation } from "../arguments.ts";
import { kubeconfigPath, layout } from "../layout.ts";
import { ask } from "../pulumi.ts";
import { openSession, stateFile } from "../session.ts";
import { batch, engine, passedOn } from "./engine-commands.ts";

/**
 * Deletes everything the stack made. Protection is for data that somebody needs: on the local Azure it is lifted, and
 * a vault's name is free again at once.
 */
export async function destroy(invocation: Invocation): Promise<number> {
  if (!existsSync(stateFile(invocation.stack))) {
    console.log(`Stack ${invocation.stack} does not exist; nothing to delete.`);
    return 0;
  }
  const session = await openSession(invocation.stack);
  await ask(session.pulumi, ["state", "unprotect", "--all", "--yes"]);
  const code = await engine(session, ["destroy", "--yes", ...batch, ...passedOn(invocation)]);
  if (code !== 0) return code;
  const forgotten = forgetDeleted(layout.azure);
  if (forgotten.length > 0) {
    console.log(
      `Forgotten at once, where Azure would keep the name until soft delete ends: ${forgotten.join(", ")}`,
    );
  }
  await ask(session.pulumi, ["stack", "rm", "--yes", "--preserve-config"]);
  rmSync(kubeconfigPath(invocation.stack), { force: true });
  return 0;
}
