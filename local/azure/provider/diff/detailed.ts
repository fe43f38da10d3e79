/** The differences of two sets of inputs by property path, and which of them replace the resource. Source: the facts of areas diff-detailed and diff-rules. */
import type { PropertyDifference } from "../../../provider/implementation.ts";
import { propertyPath } from "../../../provider/property-path.ts";
import type { ObjectDifference, ValueDifference } from "./difference.ts";

/** Differences by path. */
export type Differences = Record<string, PropertyDifference>;

/**
 * @param replacing Paths of properties that replace: `property`, `object.property`, `list[].property`. Inside of a replacing object a changed key replaces too, an added or
 * removed one does not; items added to or removed from a list never replace.
 */
export function detailedDifferences(
  difference: ObjectDifference | undefined,
  replacing: ReadonlySet<string>,
): Differences {
  return difference === undefined ? {} : ofObject(difference, "", "", replacing);
}

/** @param schemaPath The path with `[]` for every place in a list, as the replacing paths write it. */
function ofObject(
  difference: ObjectDifference,
  path: string,
  schemaPath: string,
  replacing: ReadonlySet<string>,
): Differences {
  const differences: Differences = {};
  const inSchema = (key: string): string => (schemaPath === "" ? key : `${schemaPath}.${key}`);
  for (const [key, update] of difference.updates) {
    Object.assign(differences, ofValue(update, propertyPath(path, key), inSchema(key), replacing));
  }
  for (const key of difference.adds.keys()) {
    differences[propertyPath(path, key)] = entry("add", replacing.has(inSchema(key)));
  }
  for (const key of difference.deletes.keys()) {
    differences[propertyPath(path, key)] = entry("delete", replacing.has(inSchema(key)));
  }
  return differences;
}

function ofValue(
  difference: ValueDifference,
  path: string,
  schemaPath: string,
  replacing: ReadonlySet<string>,
): Differences {
  if (difference.object !== undefined) {
    const inside = ofObject(difference.object, path, schemaPath, replacing);
    return replacing.has(schemaPath) ? updatesReplace(inside) : inside;
  }
  if (difference.array === undefined) {
    return { [path]: entry("update", replacing.has(schemaPath)) };
  }
  const differences: Differences = {};
  for (const [index, update] of difference.array.updates) {
    Object.assign(differences, ofValue(update, `${path}[${index}]`, `${schemaPath}[]`, replacing));
  }
  for (const index of difference.array.adds.keys()) {
    differences[`${path}[${index}]`] = entry("add", false);
  }
  for (const index of difference.array.deletes.keys()) {
    // Of an item removed and one added at the same place, the removal is shown.
    differences[`${path}[${index}]`] = entry("delete", false);
  }
  return differences;
}

function updatesReplace(differences: Differences): Differences {
  return Object.fromEntries(
    Object.entries(differences).map(([path, one]) => [
      path,
      one.kind === "update" ? entry("update", true) : one,
    ]),
  );
}

function entry(kind: PropertyDifference["kind"], replace: boolean): PropertyDifference {
  return replace ? { kind, replace } : { kind };
}
