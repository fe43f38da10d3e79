import { writeFileSync } from "node:fs";
import type { Invocation } from "../arguments.ts";
import { kubeconfigPath } from "../layout.ts";
import { ask } from "../pulumi.ts";
import { openSession, type Session } from "../session.ts";

/** Writes the stack's kubeconfig where only its owner can read it; returns the path. */
export async function writeKubeconfig(session: Session): Promise<string> {
  const kubeconfig = await ask(session.pulumi, ["stack", "output", "kubeconfig", "--show-secrets"]);
  const file = kubeconfigPath(session.stack);
  writeFileSync(file, kubeconfig, { mode: 0o600 });
  return file;
}

/** Prints nothing but the path, so that it can stand in `export KUBECONFIG=$(…)`. */
export async function kubeconfig(invocation: Invocation): Promise<number> {
  const session = await openSession(invocation.stack);
  console.log(await writeKubeconfig(session));
  return 0;
}
