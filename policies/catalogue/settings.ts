/** Entries of the catalogue that a setting of the pack keeps, for every rule, instead of a rule of its own; by their ids. */
export const keptBySettings: Readonly<Record<string, string>> = {
  "X-20":
    "`onUnknown: violate`, for all mandatory rules of a stack in its policy file, or for one rule in the engine's configuration",
};
