import { findExisting } from "../../azure/existing.ts";
import type { Invocation } from "../arguments.ts";
import { layout } from "../layout.ts";
import { settlePendingOperations } from "../pending-operations.ts";
import { openSession } from "../session.ts";
import { batch, engine, passedOn } from "./engine-commands.ts";
import { writeKubeconfig } from "./kubeconfig.ts";

/** Brings the stack up: preview with the policies, then the update. */
export async function up(invocation: Invocation): Promise<number> {
  const session = await openSession(invocation.stack);
  await settlePendingOperations(session, (token, inputs) => findExisting(layout.azure, token, inputs));
  const code = await engine(session, ["up", "--yes", ...batch, ...passedOn(invocation)]);
  if (code !== 0) return code;
  const file = await writeKubeconfig(session);
  const option = invocation.stack === "dev" ? "" : ` --stack ${invocation.stack}`;
  console.log(
    [
      "",
      `Stack ${invocation.stack} is up on the local Azure. Kubeconfig: ${file}`,
      "",
      "Try next:",
      `  npm run local -- preview --expect-no-changes${option}`,
      `  kubectl --kubeconfig ${file} get nodes,deployments,ingresses -A`,
      `  npm run local -- outputs${option}`,
      "  npm run local -- status",
      `  npm run local -- destroy${option}`,
    ].join("\n"),
  );
  return 0;
}
