/** Items of two lists that belong together because properties of theirs say so, wherever they stand. Source: the facts of area diff-keyed-array. */
import { isMap, type PropertyValue } from "../../../provider/values.ts";
import { ownEntry } from "../../metadata/own-entry.ts";
import { normalizeId } from "../arm-id.ts";

/** Places of one item in the old and in the new list. */
export interface ItemPair {
  readonly oldIndex?: number;
  readonly newIndex?: number;
}

/**
 * The pairs; `undefined` when the lists have no such keys: no identifiers, an item without them, or two items with the same ones.
 */
export function keyedPairs(
  identifiers: readonly string[],
  before: readonly PropertyValue[],
  after: readonly PropertyValue[],
): ItemPair[] | undefined {
  const oldPlaces = placesByKey(identifiers, before);
  const newPlaces = placesByKey(identifiers, after);
  if (oldPlaces === undefined || newPlaces === undefined) {
    return undefined;
  }
  const pairs: ItemPair[] = [...newPlaces].map(([key, newIndex]) => {
    const oldIndex = oldPlaces.get(key);
    return oldIndex === undefined ? { newIndex } : { oldIndex, newIndex };
  });
  for (const [key, oldIndex] of oldPlaces) {
    if (!newPlaces.has(key)) {
      pairs.push({ oldIndex });
    }
  }
  return pairs;
}

function placesByKey(
  identifiers: readonly string[],
  items: readonly PropertyValue[],
): Map<string, number> | undefined {
  const places = new Map<string, number>();
  for (const [index, item] of items.entries()) {
    const key = keyOf(identifiers, item);
    if (key === undefined || places.has(key)) {
      return undefined;
    }
    places.set(key, index);
  }
  return places;
}

function keyOf(identifiers: readonly string[], item: PropertyValue): string | undefined {
  if (identifiers.length === 0 || !isMap(item)) {
    return undefined;
  }
  const values: string[] = [];
  for (const identifier of identifiers) {
    const value = ownEntry(item, identifier);
    if (typeof value !== "string") {
      return undefined;
    }
    values.push(normalizeId(value));
  }
  return JSON.stringify(values);
}
