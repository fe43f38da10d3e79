import {
  containerOf,
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
import { answeredId, existing } from "./implicit.ts";
import { childId } from "./inline-children.ts";
import {
  badRequest,
  invalidResourceLocation,
  linkedInvalidPropertyId,
  locationNotAvailable,
  locationRequired,
  parentResourceNotFound,
  type Refusal,
  resourceGroupBeingDeleted,
  resourceGroupNotFound,
  resourceNotFound,
} from "./refusal.ts";
import { isRegion, normalLocation, regionNames } from "./regions.ts";
import type { InlineChildren, Link, Resource, ResourceType, Write } from "./resource-type.ts";
import { enumerationRefusals } from "./sdk-enums.ts";
import type { ArmBody, PutRequest } from "./service.ts";
import { lockedScope } from "./services/authorization/locks.ts";

/** A write that Azure takes: completed, with the refusal that is to come after acceptance, if any. */
export interface AcceptedWrite extends Write {
  readonly late: Refusal | undefined;
}

/** Whether an answer to a write is a no. */
export function isRefusal(answer: Refusal | AcceptedWrite): answer is Refusal {
  return "status" in answer;
}

/** Says yes or no to a write. Nothing is written. */
export function judge(
  type: ResourceType,
  request: PutRequest,
  azure: Azure,
  before = azure.find(request.id),
): Refusal | AcceptedWrite {
  if (matchId(type.path, request.id) === undefined) {
    return badRequest(
      "InvalidResourceId",
      `The id '${request.id}' is not one of a ${type.token}: ${type.path} is expected.`,
    );
  }
  const homeless = whyHomeless(type, request.id, azure);
  if (homeless !== undefined) return homeless;
  const write = completed(type, request, azure, before);
  if (type.place === "regional") {
    if (absent(request.body, "location")) return locationRequired(write.id);
    if (before !== undefined && before.location !== write.location) {
      return invalidResourceLocation(write.id, before.location, write.location);
    }
  }
  let late: Refusal | undefined;
  for (const found of writeRefusals(type, write, azure)) {
    if (found.afterAcceptance === undefined) return found;
    late ??= found;
  }
  return { ...write, late };
}

/** What Azure refuses in a body, whatever else exists. */
export function* bodyRefusals(type: ResourceType, body: ArmBody, id: string): Iterable<Refusal> {
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

/** Why a resource cannot be deleted: a lock, a user, a rule of its service. */
export function whyKept(type: ResourceType, resource: Resource, azure: Azure): Refusal | undefined {
  const locked = lockedScope(resource.id, azure);
  if (locked !== undefined) return locked;
  for (const found of type.undeletable?.(resource, azure, resource.id) ?? []) return found;
  return undefined;
}

/** What Azure answers for a resource that is not there. */
export function notThere(type: ResourceType, id: string, azure: Azure): Refusal {
  return whyHomeless(type, id, azure) ?? (type.notFound ?? resourceNotFound)(id);
}

/** Fills in defaults and facts. */
function completed(
  type: ResourceType,
  request: PutRequest,
  azure: Azure,
  before: Resource | undefined,
): Write {
  const id = before?.id ?? answeredId(type, request.id, azure);
  const sent = request.body;
  let body = overlay(type.defaults?.(sent, id, azure) ?? {}, sent);
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

function* writeRefusals(type: ResourceType, write: Write, azure: Azure): Iterable<Refusal> {
  yield* bodyRefusals(type, write.sent, write.id);
  yield* nameRefusals(type, write, azure);
  for (const link of type.links?.(write.body, write.id, azure) ?? []) {
    const found = linkRefusal(link, azure);
    if (found !== undefined) yield found;
  }
  if (type.conflicts !== undefined) yield* type.conflicts(write, azure);
  for (const children of type.inline ?? []) yield* inlineRefusals(children, write, azure);
}

/** What a list of children in an existing parent's body must not do: bring some in, or leave some out that cannot go. */
function* inlineRefusals(children: InlineChildren, write: Write, azure: Azure): Iterable<Refusal> {
  const list = write.sent[children.property];
  const type = azure.catalog.find(children.token);
  if (!Array.isArray(list) || write.before === undefined || type === undefined) return;
  const listed = list.filter(isBody).map((child) => text(child, "name") ?? "");
  for (const name of listed) {
    const exists = azure.find(childId(type, write.id, name)) !== undefined;
    if (!exists && children.introduced !== undefined) yield children.introduced(write, name);
  }
  if (children.update === "merge") return;
  const kept = new Set(listed.map((name) => name.toLowerCase()));
  for (const child of azure.within(write.id, children.token)) {
    if (containerOf(idKey(child.id)) !== idKey(write.id) || kept.has(child.name.toLowerCase())) continue;
    const refused = whyKept(type, child, azure);
    if (refused !== undefined) yield refused;
  }
}

function* nameRefusals(type: ResourceType, write: Write, azure: Azure): Iterable<Refusal> {
  const unique = type.unique;
  if (unique === undefined) return;
  const name = unique.name === undefined ? write.name : unique.name(write);
  const claim = name === undefined ? undefined : azure.store.names.claim(unique.realm, name);
  if (claim === undefined) return;
  if (claim.heldUntil !== undefined) {
    if (unique.held !== undefined && unique.recovers?.(write) !== true) yield unique.held(write);
  } else if (claim.owner !== idKey(write.id)) {
    yield unique.taken(write);
  }
}

function linkRefusal(link: Link, azure: Azure): Refusal | undefined {
  const isOfType = link.type === undefined || typeOf(link.target)?.toLowerCase() === link.type.toLowerCase();
  if (!isResourceId(link.target) || !isOfType) {
    return linkedInvalidPropertyId(link.target, `properties.${link.property}`);
  }
  if (link.missing === undefined) return undefined;
  const target = azure.find(link.target);
  if (target === undefined) return link.missing;
  const elsewhere = link.location !== undefined && link.location !== "" && target.location !== link.location;
  return elsewhere ? link.missing : undefined;
}

/** The container must exist: the group, and the parent within it, or the resource that a scoped one belongs to. */
function whyHomeless(type: ResourceType, id: string, azure: Azure): Refusal | undefined {
  const groupId = groupIdOf(id);
  if (groupId !== undefined && idKey(groupId) !== idKey(id)) {
    const group = azure.find(groupId);
    const name = groupNameOf(id) ?? "";
    if (group === undefined) return resourceGroupNotFound(name);
    if (group.state === "Deleting") return resourceGroupBeingDeleted(name);
  }
  if (isScoped(type)) {
    const scope = scopeOf(type, id);
    const isGroupOrAbove = groupIdOf(scope) === undefined || groupIdOf(scope) === scope;
    return isGroupOrAbove || existing(scope, azure) !== undefined ? undefined : resourceNotFound(scope);
  }
  if (!isNested(type)) return undefined;
  const container = containerIdOf(type, id);
  return existing(container, azure) === undefined ? parentResourceNotFound(container) : undefined;
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
