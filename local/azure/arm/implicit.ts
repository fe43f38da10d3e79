import { formatId, groupIdOf, idKey, matchId, nameOf } from "./arm-id.ts";
import type { Azure } from "./azure.ts";
import { text } from "./body.ts";
import { containerIdOf } from "./catalog.ts";
import { normalLocation } from "./regions.ts";
import type { Resource, ResourceType } from "./resource-type.ts";

/** The id as Azure answers it: fixed segments and the group's name in their own letter case. */
export function answeredId(type: ResourceType, id: string, azure: Azure): string {
  const parameters = matchId(type.path, id) ?? {};
  const group = groupIdOf(id);
  const stored = group === undefined ? undefined : azure.find(group);
  if (stored !== undefined && idKey(stored.id) !== idKey(id) && "resourceGroupName" in parameters) {
    parameters["resourceGroupName"] = stored.name;
  }
  return formatId(type.answerPath ?? type.path, parameters) ?? id;
}

/** A resource that nobody has written, and that exists because its parent does; undefined if there is none of that id. */
export function implicitResource(type: ResourceType, id: string, azure: Azure): Resource | undefined {
  if (type.implicit === undefined || matchId(type.path, id) === undefined) return undefined;
  const container = existing(containerIdOf(type, id), azure);
  const body = container === undefined ? undefined : type.implicit(id, azure);
  if (container === undefined || body === undefined) return undefined;
  const answered = answeredId(type, id, azure);
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

/** A resource that exists, written or not. */
export function existing(id: string, azure: Azure): Resource | undefined {
  const written = azure.find(id);
  if (written !== undefined) return written;
  const type = azure.catalog.ofId(id);
  return type === undefined ? undefined : implicitResource(type, id, azure);
}
