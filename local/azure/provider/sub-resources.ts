/**
 * Lists of a resource whose items are resources of their own too: subnets of a network, rules of a security group, access policies of a vault. As long as the program does not
 * set such a list, its parent leaves it alone. Source: the facts of area sub-resources.
 */
import { isMap, type PropertyMap, type PropertyValue } from "../../provider/values.ts";
import { ownEntry } from "../metadata/own-entry.ts";
import type { InputProperties } from "../metadata/schema.ts";

/** Where such a list is: keys from the resource down. */
export type ListPath = readonly string[];

/** Paths of a resource's lists; the provider looks at its own properties and one object deep. */
export function subResourceLists(
  properties: InputProperties,
  types: (ref: string) => InputProperties,
): ListPath[] {
  return Object.entries(properties).flatMap(([name, property]) => {
    if (property.subResource === true) {
      return [[name]];
    }
    const inner = property.ref === undefined ? {} : types(property.ref);
    return Object.entries(inner)
      .filter(([, item]) => item.subResource === true)
      .map(([item]) => [name, item]);
  });
}

/** A create asks for empty lists where the program gives none. */
export function withEmptyLists(body: PropertyMap, lists: readonly ListPath[]): PropertyMap {
  return lists.reduce((result, list) => {
    const isReachable = list.length === 1 || isMap(valueAt(result, list.slice(0, -1)));
    return isReachable && valueAt(result, list) === undefined ? withValue(result, list, []) : result;
  }, body);
}

/** An update sends back what Azure has of the lists that the program does not give. */
export function withCurrentLists(
  body: PropertyMap,
  lists: readonly ListPath[],
  current: PropertyMap,
): PropertyMap {
  return lists.reduce((result, list) => {
    const existing = valueAt(current, list);
    return valueAt(result, list) === undefined && existing !== undefined
      ? withValue(result, list, existing)
      : result;
  }, body);
}

/** What a read found, without the lists that the program never gave. */
export function withoutForeignLists(
  answer: PropertyMap,
  lists: readonly ListPath[],
  oldInputs: PropertyMap,
): PropertyMap {
  return lists.reduce(
    (result, list) => (valueAt(oldInputs, list) === undefined ? withoutValue(result, list) : result),
    answer,
  );
}

function valueAt(map: PropertyMap, path: ListPath): PropertyValue | undefined {
  let value: PropertyValue | undefined = map;
  for (const key of path) {
    value = isMap(value) ? ownEntry(value, key) : undefined;
  }
  return value ?? undefined;
}

function withValue(map: PropertyMap, path: ListPath, value: PropertyValue): PropertyMap {
  const [key, ...rest] = path;
  if (key === undefined) {
    return map;
  }
  const inner = map[key];
  return { ...map, [key]: rest.length === 0 ? value : withValue(isMap(inner) ? inner : {}, rest, value) };
}

function withoutValue(map: PropertyMap, path: ListPath): PropertyMap {
  const [key, ...rest] = path;
  if (key === undefined || !(key in map)) {
    return map;
  }
  const inner = map[key];
  if (rest.length > 0) {
    return isMap(inner) ? { ...map, [key]: withoutValue(inner, rest) } : map;
  }
  return Object.fromEntries(Object.entries(map).filter(([name]) => name !== key));
}
