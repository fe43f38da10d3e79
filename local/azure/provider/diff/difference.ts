/** How two sets of properties differ. */
import { unwrap, Unknown, isMap, type PropertyMap, type PropertyValue } from "../../../provider/values.ts";
import { sameValue } from "../../../provider/equality.ts";
import { ownEntry } from "../../metadata/own-entry.ts";
import type { InputProperties, InputProperty } from "../../metadata/schema.ts";
import { sameText } from "../arm-id.ts";
import { isBookkeeping } from "../bookkeeping.ts";
import { keyedPairs, type ItemPair } from "./keyed-array.ts";

/** How two objects differ, by key. */
export interface ObjectDifference {
  readonly adds: ReadonlyMap<string, PropertyValue>;
  readonly deletes: ReadonlyMap<string, PropertyValue>;
  readonly updates: ReadonlyMap<string, ValueDifference>;
}

/** How two lists differ: adds and updates by the place in the new list, deletes by the place in the old one. */
export interface ArrayDifference {
  readonly adds: ReadonlyMap<number, PropertyValue>;
  readonly deletes: ReadonlyMap<number, PropertyValue>;
  readonly updates: ReadonlyMap<number, ValueDifference>;
}

/** How two values differ; neither `object` nor `array` is there when the value was replaced as a whole. */
export interface ValueDifference {
  readonly before: PropertyValue;
  readonly after: PropertyValue;
  readonly object?: ObjectDifference;
  readonly array?: ArrayDifference;
}

/** What is known of the compared properties: identifiers of list items. Without it, items are compared by their place. */
export interface Shapes {
  readonly properties: InputProperties;
  readonly types: (ref: string) => InputProperties;
}

const noShapes: Shapes = { properties: {}, types: () => ({}) };

/** The difference of two objects; `undefined` when there is none. Keys of bookkeeping and nulls count as absent. */
export function objectDifference(
  before: PropertyMap,
  after: PropertyMap,
  shapes: Shapes = noShapes,
): ObjectDifference | undefined {
  const adds = new Map<string, PropertyValue>();
  const deletes = new Map<string, PropertyValue>();
  const updates = new Map<string, ValueDifference>();
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (isBookkeeping(key)) {
      continue;
    }
    const old = present(before, key);
    const now = present(after, key);
    if (old === undefined && now !== undefined) {
      adds.set(key, now);
    } else if (old !== undefined && now === undefined) {
      deletes.set(key, old);
    } else if (old !== undefined && now !== undefined) {
      const difference = valueDifference(old, now, ownEntry(shapes.properties, key), shapes);
      if (difference !== undefined) {
        updates.set(key, difference);
      }
    }
  }
  return adds.size + deletes.size + updates.size === 0 ? undefined : { adds, deletes, updates };
}

function present(map: PropertyMap, key: string): PropertyValue | undefined {
  return ownEntry(map, key) ?? undefined;
}

/** The difference of two values; `undefined` when there is none. An unknown value differs from everything. */
export function valueDifference(
  before: PropertyValue,
  after: PropertyValue,
  property: InputProperty | undefined = undefined,
  shapes: Shapes = noShapes,
): ValueDifference | undefined {
  const old = unwrap(before);
  const now = unwrap(after);
  if (Array.isArray(old) && Array.isArray(now)) {
    const array = arrayDifference(old, now, property, shapes);
    return array && { before, after, array };
  }
  if (isMap(old) && isMap(now)) {
    const object = objectDifference(old, now, shapesOf(property, shapes));
    return object && { before, after, object };
  }
  if (typeof old === "string" && typeof now === "string" && sameText(old, now)) {
    return undefined;
  }
  return now instanceof Unknown || !sameValue(old, now) ? { before, after } : undefined;
}

/** The shapes inside of an object property, or of the items of a list. */
function shapesOf(property: InputProperty | undefined, shapes: Shapes): Shapes {
  const ref = property?.ref ?? property?.items?.ref;
  return { properties: ref === undefined ? {} : shapes.types(ref), types: shapes.types };
}

/** The difference of two lists; `undefined` when there is none. */
export function arrayDifference(
  before: PropertyValue[],
  after: PropertyValue[],
  property: InputProperty | undefined = undefined,
  shapes: Shapes = noShapes,
): ArrayDifference | undefined {
  const pairs = keyedPairs(property?.identifiers ?? [], before, after) ?? pairsByPlace(before, after);
  const item: InputProperty | undefined = property?.items;
  const adds = new Map<number, PropertyValue>();
  const deletes = new Map<number, PropertyValue>();
  const updates = new Map<number, ValueDifference>();
  for (const { oldIndex, newIndex } of pairs) {
    const old = oldIndex === undefined ? undefined : before[oldIndex];
    const now = newIndex === undefined ? undefined : after[newIndex];
    if (newIndex !== undefined && now !== undefined && old === undefined) {
      adds.set(newIndex, now);
    } else if (oldIndex !== undefined && old !== undefined && now === undefined) {
      deletes.set(oldIndex, old);
    } else if (newIndex !== undefined && old !== undefined && now !== undefined) {
      const difference = valueDifference(old, now, item, shapes);
      if (difference !== undefined) {
        updates.set(newIndex, difference);
      }
    }
  }
  return adds.size + deletes.size + updates.size === 0 ? undefined : { adds, deletes, updates };
}

function pairsByPlace(before: PropertyValue[], after: PropertyValue[]): ItemPair[] {
  return Array.from({ length: Math.max(before.length, after.length) }, (_, index) => ({
    ...(index < before.length ? { oldIndex: index } : {}),
    ...(index < after.length ? { newIndex: index } : {}),
  }));
}
