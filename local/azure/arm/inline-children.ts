import type { ResourceType } from "./resource-type.ts";

/** Id of a child that its parent's body lists. */
export function childId(type: ResourceType, parent: string, name: string): string {
  const segment = type.path.split("/").at(-2) ?? "";
  return `${parent}/${segment}/${encodeURIComponent(name)}`;
}
