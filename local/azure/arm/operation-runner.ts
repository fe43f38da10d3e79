import { answer } from "./answer.ts";
import { containerOf, idKey, isWithin, subscriptionOf } from "./arm-id.ts";
import type { Azure } from "./azure.ts";
import { minutesOf } from "./durations.ts";
import { identityOf, isAlive } from "./process-identity.ts";
import { refusal, type Refusal } from "./refusal.ts";
import type { EffectContext, Resource, ResourceType, Write } from "./resource-type.ts";
import { ArmError, type ArmResource } from "./service.ts";
import { stableUuid } from "./uuid.ts";
import type { Operation } from "./store/operations.ts";
import type { ControlPlane } from "../../kubernetes/cluster.ts";

/** Operations that this process carries out now, as `<state directory>#<number>`. */
const running = new Set<string>();

/**
 * Carries accepted operations to their end: time passes, effects happen, the result is written down. An operation whose process died
 * is taken over by the next one that meets it.
 */
export class OperationRunner {
  readonly #azure: Azure;
  readonly #controlPlane: () => Promise<ControlPlane>;
  readonly #closing = new AbortController();
  readonly #self: string;

  constructor(azure: Azure, controlPlane: () => Promise<ControlPlane>) {
    this.#azure = azure;
    this.#controlPlane = controlPlane;
    this.#self = identityOf(process.pid) ?? `${process.pid}@unknown`;
  }

  /** What Azure answers to a write while another operation on the resource runs; undefined if none does. */
  busy(id: string): Refusal | undefined {
    const open = this.#azure.store.operations.open(id);
    if (open === undefined || this.#interrupted(open)) return undefined;
    const type = this.#azure.catalog.find(open.token);
    return type?.busy?.(open.kind === "delete" ? "Deleting" : "Updating") ?? this.#anotherOperation(open, id);
  }

  /** In the words of Microsoft.Network, the service that says it most. */
  #anotherOperation(open: Operation, id: string): Refusal {
    const location = [id, ...containers(id)]
      .map((around) => this.#azure.find(around)?.location ?? "")
      .find((one) => one !== "");
    const operation = stableUuid("operation", this.#azure.store.directory, String(open.number));
    const path = `/subscriptions/${subscriptionOf(id)}/providers/Microsoft.Network/locations/${location ?? "global"}/operations/${operation}`;
    const version = this.#azure.catalog.find(open.token)?.apiVersion ?? "";
    return refusal(
      409,
      "AnotherOperationInProgress",
      `Another operation on this or dependent resource is in progress. To retrieve status of the operation use uri: https://${location ?? "global"}.network.azure.com${path}?api-version=${version}.`,
    );
  }

  /** Writes down that a put was accepted. */
  acceptPut(type: ResourceType, write: Write): number {
    const dependencies = this.#azure.store.links.from(write.id).map((link) => link.target);
    const minutes = minutesOf(type.duration?.(write.body) ?? type.token);
    return this.#accept(type, write.id, "put", minutes, dependencies);
  }

  /** Writes down that a delete was accepted. */
  acceptDelete(type: ResourceType, resource: Resource): number {
    this.#azure.store.resources.setState(resource.id, "Deleting");
    return this.#accept(
      type,
      resource.id,
      "delete",
      minutesOf(type.duration?.(resource.body) ?? type.token),
      [],
    );
  }

  /** Waits for a put to end. `late`: the failure that Azure comes to after acceptance. */
  async finishPut(
    number: number,
    id: string,
    late: Refusal | undefined,
    signal?: AbortSignal,
  ): Promise<ArmResource> {
    return this.#waitFor(number, this.#carryOutPut(number, id, late, signal), signal);
  }

  async finishDelete(
    number: number,
    id: string,
    late: Refusal | undefined,
    signal?: AbortSignal,
  ): Promise<void> {
    return this.#waitFor(number, this.#carryOutDelete(number, id, late), signal);
  }

  /** Ends what an interrupted process left half done on a resource. */
  async resume(id: string): Promise<void> {
    const open = this.#azure.store.operations.open(id);
    if (open === undefined || !this.#interrupted(open)) return;
    if (!this.#azure.store.operations.takeOver(open.number, open.owner, this.#self)) return;
    if (open.kind === "delete") await this.finishDelete(open.number, id, undefined);
    else await this.finishPut(open.number, id, undefined);
  }

  /** Ends an interrupted delete, so that the id is free for a put. */
  async resumeDelete(id: string): Promise<void> {
    if (this.#azure.store.operations.open(id)?.kind === "delete") await this.resume(id);
  }

  /** Brings back what died behind a resource that is to be read. */
  async revive(id: string): Promise<void> {
    const resource = this.#azure.find(id);
    if (resource?.state !== "Succeeded") return;
    await this.#azure.catalog
      .find(resource.token)
      ?.effect?.revive?.(resource.id, this.#context(resource.id, undefined));
  }

  /** Stops waiting. What was accepted is taken over by the next process. */
  close(): void {
    this.#closing.abort(new Error("the local Azure was closed"));
  }

  #accept(
    type: ResourceType,
    id: string,
    kind: "put" | "delete",
    minutes: number,
    dependencies: readonly string[],
  ): number {
    const { operations } = this.#azure.store;
    const open = operations.open(id);
    if (open !== undefined) operations.end(open.number, "abandoned");
    // On the simulated clock an operation starts when the last thing it depends on has ended.
    const start = Math.max(
      0,
      ...[id, ...containers(id), ...dependencies].map((key) => operations.latest(key)?.simulatedEnd ?? 0),
    );
    return operations.accept(
      { token: type.token, kind, owner: this.#self, simulatedStart: start, simulatedEnd: start + minutes },
      id,
    );
  }

  async #carryOutPut(
    number: number,
    id: string,
    late: Refusal | undefined,
    signal: AbortSignal | undefined,
  ): Promise<ArmResource> {
    const { store, catalog } = this.#azure;
    await this.#passTime(number);
    let failure: Refusal | undefined = late;
    if (failure === undefined) {
      const token = this.#azure.find(id)?.token ?? "";
      try {
        await catalog.find(token)?.effect?.apply?.(id, this.#context(id, signal));
      } catch (error) {
        failure = failureOf(error);
      }
    }
    const result = store.transaction((): ArmResource | ArmError => {
      const resource = this.#azure.find(id);
      if (failure === undefined) {
        store.resources.setState(id, "Succeeded");
        store.operations.end(number, "succeeded");
        const done = this.#azure.find(id);
        if (done === undefined)
          throw new ArmError(404, "NotFound", `Resource with ID '${id}' does not exist.`);
        return answer(done, this.#azure);
      }
      store.operations.end(number, "failed", `${failure.code ?? failure.status}: ${failure.message}`);
      if (resource === undefined) return new ArmError(failure.status, failure.code, failure.message);
      store.resources.setState(id, "Failed");
      const failed = answer({ ...resource, state: "Failed" }, this.#azure);
      return new ArmError(failure.status, failure.code, failure.message, failed);
    });
    if (result instanceof ArmError) throw result;
    return result;
  }

  async #carryOutDelete(number: number, id: string, late: Refusal | undefined): Promise<void> {
    const { store, catalog } = this.#azure;
    await this.#passTime(number);
    let failure: Refusal | undefined = late;
    if (failure === undefined) {
      const self = this.#azure.find(id);
      const removed: string[] = [];
      try {
        for (const resource of [...(self === undefined ? [] : [self]), ...store.resources.within(id)]) {
          const remove = catalog.find(resource.token)?.effect?.remove;
          if (remove === undefined || removed.some((container) => isWithin(resource.id, container))) continue;
          await remove(resource.id, this.#context(resource.id, undefined));
          removed.push(resource.id);
        }
      } catch (error) {
        failure = failureOf(error);
      }
    }
    const failed = failure;
    store.transaction(() => {
      if (failed === undefined) {
        this.#azure.discard(id);
        store.operations.end(number, "succeeded");
      } else {
        store.resources.setState(id, "Failed");
        store.operations.end(number, "failed", `${failed.code ?? failed.status}: ${failed.message}`);
      }
    });
    if (failed !== undefined) throw new ArmError(failed.status, failed.code, failed.message);
  }

  /** Waits for work, or for the caller to give up: the work goes on then. */
  async #waitFor<T>(number: number, work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
    const key = `${this.#azure.store.directory}#${number}`;
    running.add(key);
    const ended = work.finally(() => running.delete(key));
    if (signal === undefined) return ended;
    let stop = (): void => undefined;
    const aborted = new Promise<never>((_, reject) => {
      stop = () => {
        reject(signal.reason instanceof Error ? signal.reason : new Error("cancelled"));
      };
      if (signal.aborted) stop();
      else signal.addEventListener("abort", stop, { once: true });
    });
    try {
      return await Promise.race([ended, aborted]);
    } finally {
      signal.removeEventListener("abort", stop);
      // Whoever gave up does not hear of a later failure; it stands in the log.
      ended.catch(() => undefined);
    }
  }

  #interrupted(operation: Operation): boolean {
    if (operation.owner !== this.#self) return !isAlive(operation.owner);
    return !running.has(`${this.#azure.store.directory}#${operation.number}`);
  }

  #context(id: string, signal: AbortSignal | undefined): EffectContext {
    return {
      azure: this.#azure,
      resource: () => this.#azure.find(id),
      controlPlane: this.#controlPlane,
      signal,
    };
  }

  async #passTime(number: number): Promise<void> {
    const { clock, operations } = this.#azure.store;
    const factor = clock.factor();
    if (factor === 0) return;
    const operation = operations.byNumber(number);
    if (operation === undefined) return;
    const duration = (operation.simulatedEnd - operation.simulatedStart) * 60_000 * factor;
    const left = Date.parse(operation.acceptedAt) + duration - Date.now();
    if (left > 0) await sleep(left, this.#closing.signal);
  }
}

/** The resources around one, the nearest first. */
function containers(id: string): string[] {
  const found: string[] = [];
  for (let key = containerOf(idKey(id)); key.split("/").length > 3; key = containerOf(key)) found.push(key);
  return found;
}

function failureOf(error: unknown): Refusal {
  if (error instanceof ArmError) return refusal(error.status, error.code, error.detail);
  const reason = error instanceof Error ? error.message : String(error);
  return refusal(500, "InternalOperationError", reason);
}

function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason instanceof Error ? signal.reason : new Error("closed"));
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
  });
}
