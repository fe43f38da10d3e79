/**
 * What the provider passes and Azure does not: property names that do not exist, and values outside of their enumeration. Unknown names never reach Azure, because the
 * request body has declared properties only.
 */
import { isMap, unwrap, type PropertyMap, type PropertyValue } from "../../../provider/values.ts";
import { ownEntry } from "../../metadata/own-entry.ts";
import type { TypeShape } from "../../metadata/model.ts";
import type { InputProperties, Types } from "../../metadata/schema.ts";
import { apiVersionKey, isBookkeeping } from "../bookkeeping.ts";
import { chosenType } from "./validation.ts";

/** A property name that the type does not have. */
export interface UnknownName {
  readonly kind: "name";
  readonly path: string;
  /** The declared name that differs least, when one is near. */
  readonly meant: string | undefined;
}

/** A value that the enumeration does not have. */
export interface UnknownValue {
  readonly kind: "value";
  readonly path: string;
  readonly value: string;
  readonly allowed: readonly string[];
  /** Whether Azure may know values that the SDK does not. */
  readonly open: boolean;
}

export type Finding = UnknownName | UnknownValue;

/** Findings in the inputs of a resource, or of an object at a path. */
export function findings(
  properties: InputProperties,
  value: PropertyMap,
  types: Pick<Types, "input" | "values">,
  path = "",
): Finding[] {
  return Object.entries(value).flatMap(([name, item]): Finding[] => {
    if (path === "" && (isBookkeeping(name) || name === apiVersionKey)) {
      return [];
    }
    const at = path === "" ? name : `${path}.${name}`;
    const property = ownEntry(properties, name);
    if (property === undefined) {
      return [{ kind: "name", path: at, meant: nearest(name, Object.keys(properties)) }];
    }
    return inValue(property, item, types, at);
  });
}

function inValue(
  shape: TypeShape,
  given: PropertyValue,
  types: Pick<Types, "input" | "values">,
  path: string,
): Finding[] {
  const value = unwrap(given);
  if (typeof value === "string") {
    return inText(shape, value, types, path);
  }
  const items = shape.items;
  if (Array.isArray(value)) {
    return items === undefined
      ? []
      : value.flatMap((item, index) => inValue(items, item, types, `${path}[${index}]`));
  }
  if (!isMap(value)) {
    return [];
  }
  if (shape.type === "map" && items !== undefined) {
    return Object.entries(value).flatMap(([key, item]) => inValue(items, item, types, `${path}.${key}`));
  }
  const ref = shape.ref ?? chosenType(shape.oneOf ?? [], value, (one) => types.input(one));
  return ref === undefined ? [] : findings(types.input(ref), value, types, path);
}

function inText(
  shape: TypeShape,
  value: string,
  types: Pick<Types, "input" | "values">,
  path: string,
): Finding[] {
  const allowed =
    shape.const === undefined
      ? shape.enum === undefined
        ? undefined
        : types.values(shape.enum).map(String)
      : [shape.const];
  // Azure reads the values of its enumerations without case.
  if (allowed === undefined || allowed.some((one) => one.toLowerCase() === value.toLowerCase())) {
    return [];
  }
  // Where Azure may know more values than the SDK, only what looks like a slip of a listed one is worth a word.
  const open = shape.open === true;
  return open && !isSlip(value, allowed) ? [] : [{ kind: "value", path, value, allowed, open }];
}

/** Whether a value is a listed one but for a letter or two. Another number is another version, and no slip. */
function isSlip(value: string, allowed: readonly string[]): boolean {
  const letters = (text: string): string => text.toLowerCase().replace(/\d/g, "");
  return allowed.some((one) => {
    const changes = distance(letters(value), letters(one));
    return changes > 0 && changes <= 2 && letters(one).length > 4;
  });
}

/** The name with the fewest changes from a mistyped one, if they are few. */
function nearest(name: string, candidates: readonly string[]): string | undefined {
  const ranked = candidates
    .map((candidate) => ({ candidate, distance: distance(name.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  return best !== undefined && best.distance <= Math.max(1, Math.floor(name.length / 4))
    ? best.candidate
    : undefined;
}

/** Levenshtein distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + change));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** A finding in words. */
export function findingText(finding: Finding): string {
  if (finding.kind === "name") {
    const remedy = finding.meant === undefined ? "" : `; did you mean '${finding.meant}'?`;
    return `'${finding.path}' is no property of this type, and Azure never gets it${remedy}`;
  }
  const subject = `'${finding.path}' is '${finding.value}'`;
  const allowed = finding.allowed.join(", ");
  return finding.open
    ? `${subject}, which the SDK does not list, and Azure may refuse it; it lists: ${allowed}`
    : `${subject}, which Azure refuses; allowed: ${allowed}`;
}
