import { containerOf, idKey } from "./arm-id.ts";
import { errorOf } from "./arm-error.ts";
import type { Azure } from "./azure.ts";
import { isBody, text } from "./body.ts";
import { childId } from "./inline-children.ts";
import { isRefusal, judge } from "./judgement.ts";
import type { InlineChildren, ResourceType, Write } from "./resource-type.ts";

/** Writes a resource down with everything that comes with it. Throws what Azure refuses in the children of its body. */
export function save(type: ResourceType, write: Write, azure: Azure): void {
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
  for (const children of type.inline ?? []) saveChildren(children, write, azure);
  type.written?.(write, azure);
}

function saveChildren(children: InlineChildren, write: Write, azure: Azure): void {
  const list = write.sent[children.property];
  const type = azure.catalog.find(children.token);
  if (!Array.isArray(list) || type === undefined) return;
  const items = list
    .filter(isBody)
    .map((body) => ({ body, id: childId(type, write.id, text(body, "name") ?? "") }));
  const before = new Map(items.map(({ id }) => [idKey(id), azure.find(id)]));
  if (children.update === "replace") {
    for (const child of azure.within(write.id, children.token)) {
      if (containerOf(idKey(child.id)) !== idKey(write.id)) continue;
      // The listed ones are taken out as well, so that each is judged against the new list and not against the old one.
      if (before.has(idKey(child.id))) azure.store.resources.remove(child.id);
      else azure.discard(child.id);
    }
  }
  for (const [position, { body, id }] of items.entries()) {
    const request = { token: type.token, id, pathParameters: {}, body, apiVersion: write.apiVersion };
    const child = judge(type, request, azure, before.get(idKey(id)));
    if (isRefusal(child)) throw errorOf(child);
    save(type, { ...child, state: "Succeeded", facts: { ...child.facts, position } }, azure);
  }
}
