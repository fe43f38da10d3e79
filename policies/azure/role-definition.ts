import type { Property } from "../property.ts";

/** Built-in roles that give power over everything, or over who has it, by the id of their definition. */
export const powerfulRoles = {
  owner: "8e3af657-a8ff-443c-a75c-2fe8c4bcb635",
  contributor: "b24988ac-6180-42a0-ab88-20f7382dd24c",
  userAccessAdministrator: "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9",
} as const;

/** Whether a `roleDefinitionId`, which may name a subscription before it, is one of these built-in roles. */
export function isRole(definition: Property, ...ids: readonly string[]): boolean {
  const id = definition.string?.toLowerCase().split("/").at(-1);
  return id !== undefined && ids.includes(id);
}
