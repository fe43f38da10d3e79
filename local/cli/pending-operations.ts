import { ask, run } from "./pulumi.ts";
import type { Session } from "./session.ts";

/**
 * An engine that is killed leaves operations in the state whose end it never saw. What it was creating may exist by now: it is
 * imported where the local Azure has it, and forgotten where not, so that the next `up` converges.
 */

/** An operation that the engine began before it was killed. */
export interface PendingOperation {
  /** `creating`, `updating`, `deleting`, … */
  readonly type: string;
  readonly urn: string;
  readonly resourceType: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** The operations that an exported state (`pulumi stack export`) is not sure of. */
export function pendingOperations(state: unknown): PendingOperation[] {
  const deployment = isRecord(state) ? state.deployment : undefined;
  const operations = isRecord(deployment) ? deployment.pending_operations : undefined;
  if (!Array.isArray(operations)) return [];
  return operations.filter(isRecord).map(({ type, resource }) => {
    const details = isRecord(resource) ? resource : {};
    return {
      type: text(type),
      urn: text(details.urn),
      resourceType: text(details.type),
      inputs: isRecord(details.inputs) ? details.inputs : {},
    };
  });
}

/** Finds the id of a resource that exists although the state does not know it. */
export type FindExisting = (
  resourceType: string,
  inputs: Readonly<Record<string, unknown>>,
) => string | undefined;

/** Settles what a killed engine left open; says what it did in one line. Nothing to settle costs one export. */
export async function settlePendingOperations(session: Session, findExisting: FindExisting): Promise<void> {
  const state: unknown = JSON.parse(await ask(session.pulumi, ["stack", "export"]));
  const pending = pendingOperations(state);
  if (pending.length === 0) return;
  const imports = pending
    .filter((operation) => operation.type === "creating")
    .flatMap(({ urn, resourceType, inputs }) => {
      const id = findExisting(resourceType, inputs);
      return id === undefined ? [] : [{ urn, id }];
    });
  console.error(
    `An earlier run was killed in the middle of ${pending.length} operations: ${imports.length} of their resources exist and are taken over, the rest is done again.`,
  );
  const code = await run(session.pulumi, [
    "refresh",
    "--yes",
    "--non-interactive",
    "--skip-preview",
    "--suppress-outputs",
    "--clear-pending-creates",
    ...imports.flatMap(({ urn, id }) => ["--import-pending-creates", urn, "--import-pending-creates", id]),
  ]);
  if (code !== 0) {
    throw new Error(
      `the operations that an earlier run left open could not be settled (exit code ${code}); 'npm run local -- reset' starts over`,
    );
  }
}
