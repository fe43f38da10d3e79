/** Where two versions of a resource's properties differ. */
import { sameValue } from "./equality.ts";
import type { PropertyDifference } from "./implementation.ts";
import { propertyPath } from "./property-path.ts";
import { isMap, unwrap, type PropertyMap } from "./values.ts";

/**
 * The differences by path, as deep as objects go; a list differs as a whole. Secret marks make no difference. Absent and null are the same, because
 * that is what a program means by them.
 */
export function differencesOf(before: PropertyMap, after: PropertyMap): Record<string, PropertyDifference> {
  const differences: Record<string, PropertyDifference> = {};
  collect(before, after, "", differences);
  return differences;
}

function collect(
  before: PropertyMap,
  after: PropertyMap,
  path: string,
  differences: Record<string, PropertyDifference>,
): void {
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const left = unwrap(before[key] ?? null);
    const right = unwrap(after[key] ?? null);
    const property = propertyPath(path, key);
    if (isMap(left) && isMap(right)) {
      collect(left, right, property, differences);
    } else if (!sameValue(left, right)) {
      differences[property] = { kind: left === null ? "add" : right === null ? "delete" : "update" };
    }
  }
}
