import { answer } from "./answer.ts";
import {
  containerOf,
  formatId,
  groupIdOf,
  groupNameOf,
  idKey,
  isResourceId,
  matchId,
  nameOf,
  typeOf,
} from "./arm-id.ts";
import type { Azure } from "./azure.ts";
import { absent, isBody, overlay, text } from "./body.ts";
import { containerIdOf, isNested, isScoped } from "./catalog.ts";
import type { OperationRunner } from "./operation-runner.ts";
import {
  badRequest,
  invalidResourceLocation,
  linkedInvalidPropertyId,
  locationNotAvailable,
  locationRequired,
  parentResourceNotFound,
  type Refusal,
  refusal,
  resourceGroupBeingDeleted,
  resourceGroupNotFound,
  resourceNotFound,
} from "./refusal.ts";
import { isRegion, normalLocation, regionNames } from "./regions.ts";
import type { Link, Resource, ResourceType, Write } from "./resource-type.ts";
import { lockedScope } from "./services/authorization/locks.ts";
import { enumerationRefusals } from "./sdk-enums.ts";
import { ArmError, type ArmBody, type ArmResource, type PutRequest } from "./service.ts";

/** Writes, reads and deletes of every type: what the resource manager does for all services alike. */
export class ResourceManager {
  readonly #azure: Azure;
  readonly #runner: OperationRunner;

  constructor(azure: Azure, runner: OperationRunner) {
    this.#azure = azure;
    this.#runner = runner;
  }

  async put(request: PutRequest): Promise<ArmResource> {
    const azure = this.#azure;
    const type = this.#typeOf(request.token);
    await this.#runner.resumeDelete(request.id);
    const accepted = azure.store.transaction(() => {
      const fault = azure.store.faults.take(type.token, "put");
      if (fault?.phase === "refused") return { failure: faultRefusal(fault.error) };
      const write = this.#judge(type, request);
      if ("status" in write) return { failure: write };
      const number = this.#accept(type, write);
      return {
        number,
        id: write.id,
        late: fault?.phase === "accepted" ? faultRefusal(fault.error) : write.late,
        crash: fault?.phase === "crash",
      };
    });
    if (accepted.failure !== undefined) throw errorOf(accepted.failure);
    if (accepted.crash) process.kill(process.pid, "SIGKILL");
    return this.#runner.finishPut(accepted.number, accepted.id, accepted.late, request.signal);
  }

  async get(token: string, id: string): Promise<ArmResource> {
    const azure = this.#azure;
    const type = this.#typeOf(token);
    const fault = azure.store.transaction(() => azure.store.faults.take(token, "get"));
    if (fault !== undefined) throw errorOf(faultRefusal(fault.error));
    await this.#runner.resume(id);
    await this.#runner.revive(id);
    const resource = azure.find(id);
    if (resource !== undefined) return answer(resource, azure);
    const implicit = this.#implicit(type, id);
    if (implicit !== undefined) return { ...answer(implicit, azure), isDefault: true };
    throw errorOf(this.#notThere(type, id));
  }

  async delete(token: string, id: string, signal?: AbortSignal): Promise<void> {
    const azure = this.#azure;
    const type = this.#typeOf(token);
    await this.#runner.resume(id);
    const accepted = azure.store.transaction(() => {
      const fault = azure.store.faults.take(token, "delete");
      if (fault?.phase === "refused") return { failure: faultRefusal(fault.error) };
      const resource = azure.find(id);
      if (resource === undefined)
        return { failure: this.#implicit(type, id) === undefined ? this.#notThere(type, id) : undefined };
      const refused = this.#runner.busy(id) ?? this.#whyKept(type, resource);
      if (refused !== undefined) return { failure: refused };
      const number = this.#runner.acceptDelete(type, resource);
      return {
        number,
        late: fault?.phase === "accepted" ? faultRefusal(fault.error) : undefined,
        crash: fault?.phase === "crash",
      };
    });
    if (accepted.failure !== undefined) throw errorOf(accepted.failure);
    if (accepted.crash === true) process.kill(process.pid, "SIGKILL");
    if (accepted.number !== undefined)
      await this.#runner.finishDelete(accepted.number, id, accepted.late, signal);
  }

  validate(token: string, body: ArmBody): string[] {
    const type = this.#typeOf(token);
    return [...this.#bodyRefusals(type, body, "")].map((found) =>
      found.code === undefined ? found.message : `${found.code}: ${found.message}`,
    );
  }

  #typeOf(token: string): ResourceType {
    const type = this.#azure.catalog.find(token);
    if (type === undefined) {
      throw new ArmError(501, "NotImplemented", `not implemented in the local Azure: resource type ${token}`);
    }
    return type;
  }

  *#bodyRefusals(type: ResourceType, body: ArmBody, id: string): Iterable<Refusal> {
    const location = text(body, "location");
    if (type.place === "regional" && location !== undefined && !isRegion(location)) {
      yield locationNotAvailable(location, type.path, regionNames);
    }
    if (type.place === "global" && location !== undefined && normalLocation(location) !== "global") {
      yield locationNotAvailable(location, type.path, ["global"]);
    }
    yield* enumerationRefusals(type, body);
    if (type.refusals !== undefined) yield* type.refusals(body, id);
  }

  /** Says yes or no to a write; yes is the completed write, with the refusal that is to come after acceptance, if any. */
  #judge(
    type: ResourceType,
    request: PutRequest,
    before = this.#azure.find(request.id),
  ): Refusal | (Write & { readonly late?: Refusal }) {
    if (matchId(type.path, request.id) === undefined) {
      return badRequest(
        "InvalidResourceId",
        `The id '${request.id}' is not one of a ${type.token}: ${type.path} is expected.`,
      );
    }
    const homeless = this.#whyHomeless(type, request.id);
    if (homeless !== undefined) return homeless;
    const busy = this.#runner.busy(request.id);
    if (busy !== undefined) return busy;

    const write = this.#complete(type, request, before);
    if (type.place === "regional") {
      if (absent(request.body, "location")) return locationRequired(write.id);
      if (before !== undefined && before.location !== write.location) {
        return invalidResourceLocation(write.id, before.location, write.location);
      }
    }
    let late: Refusal | undefined;
    for (const found of this.#refusalsOf(type, write)) {
      if (found.afterAcceptance === undefined) return found;
      late ??= found;
    }
    return { ...write, late };
  }

  *#refusalsOf(type: ResourceType, write: Write): Iterable<Refusal> {
    const azure = this.#azure;
    yield* this.#bodyRefusals(type, write.sent, write.id);
    yield* this.#nameRefusals(type, write);
    for (const link of type.links?.(write.body, write.id, azure) ?? []) {
      const found = this.#linkRefusal(link);
      if (found !== undefined) yield found;
    }
    if (type.conflicts !== undefined) yield* type.conflicts(write, azure);
    for (const children of type.inline ?? []) {
      const list = write.sent[children.property];
      if (!Array.isArray(list) || write.before === undefined) continue;
      for (const child of list.filter(isBody)) {
        const name = text(child, "name") ?? "";
        const exists = azure.find(this.#childId(children.token, write.id, name)) !== undefined;
        if (!exists && children.introduced !== undefined) yield children.introduced(write, name);
      }
      if (children.update === "replace") {
        const kept = new Set(list.filter(isBody).map((child) => (text(child, "name") ?? "").toLowerCase()));
        const childType = this.#typeOf(children.token);
        for (const child of azure.within(write.id, children.token)) {
          if (containerOf(idKey(child.id)) !== idKey(write.id) || kept.has(child.name.toLowerCase()))
            continue;
          const refused = this.#whyKept(childType, child);
          if (refused !== undefined) yield refused;
        }
      }
    }
  }

  *#nameRefusals(type: ResourceType, write: Write): Iterable<Refusal> {
    const unique = type.unique;
    if (unique === undefined) return;
    const name = unique.name === undefined ? write.name : unique.name(write);
    if (name === undefined) return;
    const claim = this.#azure.store.names.claim(unique.realm, name);
    if (claim === undefined) return;
    if (claim.heldUntil !== undefined) {
      if (unique.held !== undefined && unique.recovers?.(write) !== true) yield unique.held(write);
    } else if (claim.owner !== idKey(write.id)) {
      yield unique.taken(write);
    }
  }

  #linkRefusal(link: Link): Refusal | undefined {
    if (!isResourceId(link.target))
      return linkedInvalidPropertyId(link.target, `properties.${link.property}`);
    if (link.type !== undefined && typeOf(link.target)?.toLowerCase() !== link.type.toLowerCase()) {
      return linkedInvalidPropertyId(link.target, `properties.${link.property}`);
    }
    if (link.missing === undefined) return undefined;
    const target = this.#azure.find(link.target);
    if (target === undefined) return link.missing;
    return link.location !== undefined && link.location !== "" && target.location !== link.location
      ? link.missing
      : undefined;
  }

  /** The container must exist: the group, and the parent within it, or the resource that a scoped one belongs to. */
  #whyHomeless(type: ResourceType, id: string): Refusal | undefined {
    const azure = this.#azure;
    const groupId = groupIdOf(id);
    if (groupId !== undefined && idKey(groupId) !== idKey(id)) {
      const group = azure.find(groupId);
      const name = groupNameOf(id) ?? "";
      if (group === undefined) return resourceGroupNotFound(name);
      if (group.state === "Deleting") return resourceGroupBeingDeleted(name);
    }
    if (isScoped(type)) {
      const scope = scopeOf(type, id);
      if (groupIdOf(scope) === undefined || groupIdOf(scope) === scope) return undefined;
      return azure.find(scope) === undefined && this.#implicitOf(scope) === undefined
        ? resourceNotFound(scope)
        : undefined;
    }
    if (isNested(type)) {
      const container = containerIdOf(type, id);
      if (azure.find(container) === undefined && this.#implicitOf(container) === undefined)
        return parentResourceNotFound(container);
    }
    return undefined;
  }

  #implicitOf(id: string): Resource | undefined {
    const type = this.#azure.catalog.ofId(id);
    return type === undefined ? undefined : this.#implicit(type, id);
  }

  /** Fills in defaults and facts; nothing is written yet. */
  #complete(type: ResourceType, request: PutRequest, before: Resource | undefined): Write {
    const id = before?.id ?? this.#answeredId(type, request.id);
    const sent = request.body;
    let body = overlay(type.defaults?.(sent, id, this.#azure) ?? {}, sent);
    for (const path of type.writeOnly ?? []) body = withoutPath(body, path.split("."));
    for (const children of type.inline ?? []) delete body[children.property];
    const now = new Date().toISOString();
    return {
      id,
      token: type.token,
      name: nameOf(id),
      location: normalLocation(text(body, "location") ?? ""),
      body,
      facts: before?.facts ?? {},
      state: before === undefined || before.state === "Creating" ? "Creating" : "Updating",
      version: (before?.version ?? 0) + 1,
      createdAt: before?.createdAt ?? now,
      changedAt: now,
      apiVersion: request.apiVersion === "" ? type.apiVersion : request.apiVersion,
      before,
      sent,
    };
  }

  /** The id as Azure answers it: fixed segments and the container's names in their own letter case. */
  #answeredId(type: ResourceType, id: string): string {
    const parameters = matchId(type.path, id) ?? {};
    const group = groupIdOf(id);
    const stored = group === undefined ? undefined : this.#azure.find(group);
    if (stored !== undefined && idKey(stored.id) !== idKey(id) && "resourceGroupName" in parameters) {
      parameters["resourceGroupName"] = stored.name;
    }
    return formatId(type.answerPath ?? type.path, parameters) ?? id;
  }

  #accept(type: ResourceType, write: Write & { readonly late?: Refusal }): number {
    const azure = this.#azure;
    const { store } = azure;
    if (write.late?.afterAcceptance !== "gone") this.#save(type, write);
    return this.#runner.acceptPut(
      type,
      write,
      [...store.links.from(write.id)].map((link) => link.target),
    );
  }

  /** Writes the row and everything that comes with it. */
  #save(type: ResourceType, write: Write): void {
    const azure = this.#azure;
    const { store } = azure;
    store.resources.save(write);
    const unique = type.unique;
    if (unique !== undefined) {
      const name = unique.name === undefined ? write.name : unique.name(write);
      store.names.release(unique.realm, write.id);
      if (name !== undefined) store.names.take(unique.realm, name, write.id);
    }
    if (type.facts !== undefined) store.resources.setFacts(write.id, type.facts(write, azure));
    store.links.set(write.id, [...(type.links?.(write.body, write.id, azure) ?? [])]);
    for (const children of type.inline ?? [])
      this.#saveInline(write, children.property, children.token, children.update);
    type.written?.(write, azure);
  }

  #saveInline(write: Write, property: string, token: string, update: "replace" | "merge"): void {
    const list = write.sent[property];
    if (!Array.isArray(list)) return;
    const childType = this.#typeOf(token);
    const items = list
      .filter(isBody)
      .map((body) => ({ body, id: this.#childId(token, write.id, text(body, "name") ?? "") }));
    const before = new Map(items.map(({ id }) => [idKey(id), this.#azure.find(id)]));
    if (update === "replace") {
      for (const child of this.#azure.within(write.id, token)) {
        if (containerOf(idKey(child.id)) !== idKey(write.id)) continue;
        // The listed ones are taken out as well, so that each is judged against the new list and not against the old one.
        if (before.has(idKey(child.id))) this.#azure.store.resources.remove(child.id);
        else this.#azure.discard(child.id);
      }
    }
    for (const [position, { body, id }] of items.entries()) {
      const request = { token, id, pathParameters: {}, body, apiVersion: write.apiVersion };
      const child = this.#judge(childType, request, before.get(idKey(id)));
      if ("status" in child) throw errorOf(child);
      this.#save(childType, { ...child, state: "Succeeded", facts: { ...child.facts, position } });
    }
  }

  #childId(token: string, parent: string, name: string): string {
    const type = this.#typeOf(token);
    const segment = type.path.split("/").at(-2) ?? "";
    return `${parent}/${segment}/${encodeURIComponent(name)}`;
  }

  #implicit(type: ResourceType, id: string): Resource | undefined {
    const azure = this.#azure;
    if (type.implicit === undefined || matchId(type.path, id) === undefined) return undefined;
    const containerId = containerIdOf(type, id);
    const container = azure.find(containerId) ?? this.#implicitOf(containerId);
    if (container === undefined) return undefined;
    const body = type.implicit(id, azure);
    if (body === undefined) return undefined;
    const answered = this.#answeredId(type, id);
    return {
      id: answered,
      token: type.token,
      name: nameOf(answered),
      location: normalLocation(text(body, "location") ?? ""),
      body,
      facts: {},
      state: "Succeeded",
      version: 1,
      createdAt: container.createdAt,
      changedAt: container.createdAt,
      apiVersion: type.apiVersion,
    };
  }

  /** Why a resource cannot be deleted: a lock, a user, a rule of its service. */
  #whyKept(type: ResourceType, resource: Resource, container = resource.id): Refusal | undefined {
    const locked = lockedScope(resource.id, this.#azure);
    if (locked !== undefined) return locked;
    for (const found of type.undeletable?.(resource, this.#azure, container) ?? []) return found;
    return undefined;
  }

  #notThere(type: ResourceType, id: string): Refusal {
    return this.#whyHomeless(type, id) ?? (type.notFound ?? resourceNotFound)(id);
  }
}

/** The resource that a scoped resource's id starts with. */
function scopeOf(type: ResourceType, id: string): string {
  const parameters = matchId(type.path, id) ?? {};
  return `/${parameters["scope"] ?? parameters["resourceUri"] ?? ""}`;
}

function withoutPath(body: ArmBody, path: readonly string[]): ArmBody {
  const [key, ...rest] = path;
  if (key === undefined || !(key in body)) return body;
  const { [key]: value, ...others } = body;
  if (rest.length === 0) return others;
  return value !== undefined && isBody(value) ? { ...others, [key]: withoutPath(value, rest) } : body;
}

function faultRefusal(
  error: { readonly status: number; readonly code?: string; readonly message: string } | undefined,
): Refusal {
  return error === undefined
    ? refusal(500, "InternalServerError", "An injected fault of the local Azure.")
    : refusal(error.status, error.code, error.message);
}

/** The error that a refusal is thrown as. */
export function errorOf(found: Refusal): ArmError {
  return new ArmError(
    found.status,
    found.code,
    found.body === undefined ? found.message : JSON.stringify(found.body),
  );
}
