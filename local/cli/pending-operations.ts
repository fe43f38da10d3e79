import { deleteObject, kubeconfigOf, objectOf } from "./kubernetes-leftovers.ts";
import type { ArmBody } from "../azure/arm/service.ts";
import { ask } from "./pulumi.ts";
import type { Session } from "./session.ts";

/**
 * An engine that is killed leaves operations in the state whose end it never saw. What it was creating may exist by now: it is
 * taken over where the local Azure has it, and forgotten where not, so that the next `up` converges. (The engine's own way,
 * `refresh --import-pending-creates`, keeps the inputs of Azure instead of the program's.)
 */

/** An operation that the engine began before it was killed. */
export interface PendingOperation {
  /** `creating`, `updating`, `deleting`, … */
  readonly type: string;
  readonly urn: string;
  readonly resourceType: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  /** The resource as the state describes it. */
  readonly resource: Readonly<Record<string, unknown>>;
}

/** Marks a secret in an exported state. */
const secretMark = {
  "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
} as const;

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
      resource: details,
    };
  });
}

/** A resource that exists although the state does not know it. */
export interface Found {
  readonly id: string;
  readonly outputs: ArmBody;
}

/** An exported state without its pending operations, and with the resources that were found instead. */
export function settledState(state: unknown, found: ReadonlyMap<string, Found>): unknown {
  const deployment = isRecord(state) && isRecord(state.deployment) ? state.deployment : {};
  const resources: unknown[] = Array.isArray(deployment.resources) ? deployment.resources : [];
  const known = new Set(resources.map((resource) => (isRecord(resource) ? text(resource.urn) : "")));
  const taken = pendingOperations(state)
    .filter(({ type, urn }) => type === "creating" && !known.has(urn))
    .flatMap(({ urn, inputs, resource }) => {
      const existing = found.get(urn);
      if (existing === undefined) return [];
      const { azureApiVersion } = inputs;
      const outputs = { ...existing.outputs, ...(azureApiVersion === undefined ? {} : { azureApiVersion }) };
      return [
        { ...resource, id: existing.id, outputs: withSecrets(outputs, resource.additionalSecretOutputs) },
      ];
    });
  return {
    ...(isRecord(state) ? state : {}),
    deployment: { ...deployment, resources: [...resources, ...taken], pending_operations: [] },
  };
}

function withSecrets(outputs: Record<string, unknown>, names: unknown): Record<string, unknown> {
  const secret = new Set(Array.isArray(names) ? names.map(text) : []);
  return Object.fromEntries(
    Object.entries(outputs).map(([name, value]) => [
      name,
      secret.has(name) ? { ...secretMark, plaintext: JSON.stringify(value) } : value,
    ]),
  );
}

/** Finds a resource that exists although the state does not know it. */
export type FindExisting = (
  resourceType: string,
  inputs: Readonly<Record<string, unknown>>,
) => Promise<Found | undefined>;

/** Settles what a killed engine left open; says what it did in one line. Nothing to settle costs one export. */
export async function settlePendingOperations(session: Session, findExisting: FindExisting): Promise<void> {
  const state: unknown = JSON.parse(await ask(session.pulumi, ["stack", "export"]));
  const pending = pendingOperations(state);
  if (pending.length === 0) return;
  const creating = pending.filter(({ type }) => type === "creating");
  const found = new Map<string, Found>();
  for (const { urn, resourceType, inputs } of creating) {
    const existing = await findExisting(resourceType, inputs);
    if (existing !== undefined) found.set(urn, existing);
  }
  const deleted = await deleteObjects(session, creating);
  console.error(
    `An earlier run was killed in the middle of ${pending.length} operations: ${found.size} of their Azure resources exist and are taken over, ${deleted} Kubernetes objects are deleted to be created again, the rest is done again.`,
  );
  await ask(session.pulumi, ["stack", "import"], JSON.stringify(settledState(state, found)));
}

/** Deletes the Kubernetes objects that were being created; returns how many were there. */
async function deleteObjects(session: Session, creating: readonly PendingOperation[]): Promise<number> {
  if (!creating.some((operation) => objectOf(operation) !== undefined)) return 0;
  // Held in memory only: it has the kubeconfig in it.
  const state: unknown = JSON.parse(await ask(session.pulumi, ["stack", "export", "--show-secrets"]));
  let deleted = 0;
  for (const operation of creating) {
    const object = objectOf(operation);
    const kubeconfig = object === undefined ? undefined : kubeconfigOf(state, operation);
    if (object === undefined || kubeconfig === undefined) continue;
    if (await deleteObject(kubeconfig, object)) deleted += 1;
  }
  return deleted;
}
