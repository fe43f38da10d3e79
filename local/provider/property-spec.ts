/** What a resource's properties look like, and the checks and defaults that follow from it. */
import type { CheckFailure } from "./implementation.ts";
import { propertyPath } from "./property-path.ts";
import {
  Secret,
  Unknown,
  isMap,
  unwrap,
  type PlainValue,
  type PropertyMap,
  type PropertyValue,
} from "./values.ts";

/** The type of a property. */
export type PropertyType =
  | "string"
  | "integer"
  | "number"
  | "boolean"
  | { readonly list: PropertyType }
  | { readonly map: PropertyType }
  | { readonly object: PropertySpecs };

/** One property. */
export interface PropertySpec {
  readonly type: PropertyType;
  /** For an input: must be set. For an output: is always there. Default: false. */
  readonly required?: boolean;
  /** What an input is when the program does not set it. */
  readonly default?: PlainValue;
  /** Whether the value is always secret, whatever it is made from. Default: false. */
  readonly secret?: boolean;
  /** Lowest number allowed. */
  readonly minimum?: number;
  /** The texts that are allowed. Default: all. */
  readonly oneOf?: readonly string[];
}

/** Properties by name. */
export type PropertySpecs = Readonly<Record<string, PropertySpec>>;

/**
 * What is wrong with the inputs: a required one that is missing, one of another type, one out of its range, one that does not exist. Unknown
 * values are right: they are looked at when they are known. Values are never repeated in a reason, except numbers and enumerated texts.
 */
export function checkInputs(inputs: PropertyMap, specs: PropertySpecs, path = ""): CheckFailure[] {
  const failures: CheckFailure[] = [];
  for (const [name, spec] of Object.entries(specs)) {
    const property = propertyPath(path, name);
    const value = inputs[name] ?? null;
    if (value !== null) {
      failures.push(...checkValue(value, spec, property));
    } else if (spec.required === true) {
      failures.push({ property, reason: `missing required property '${property}'` });
    }
  }
  for (const name of Object.keys(inputs)) {
    // Names with two underscores are bookkeeping of engine and SDK, such as __defaults.
    if (!Object.hasOwn(specs, name) && !name.startsWith("__")) {
      const property = propertyPath(path, name);
      const known = Object.keys(specs).join(", ");
      failures.push({ property, reason: `'${property}' is no property that is known here: ${known}` });
    }
  }
  return failures;
}

/** The inputs with the defaults of what is not set. */
export function withDefaults(inputs: PropertyMap, specs: PropertySpecs): PropertyMap {
  const complete: PropertyMap = {};
  for (const [name, spec] of Object.entries(specs)) {
    const value = inputs[name] ?? spec.default ?? null;
    if (value !== null) {
      complete[name] = value;
    }
  }
  return complete;
}

/** The outputs with every property marked secret that always is. */
export function withSecretsMarked(outputs: PropertyMap, specs: PropertySpecs): PropertyMap {
  const marked = { ...outputs };
  for (const [name, spec] of Object.entries(specs)) {
    const value = marked[name];
    if (spec.secret === true && value !== undefined && !(value instanceof Secret)) {
      marked[name] = new Secret(value);
    }
  }
  return marked;
}

function checkValue(value: PropertyValue, spec: PropertySpec, property: string): CheckFailure[] {
  const inner = unwrap(value);
  if (inner instanceof Unknown || inner === null) {
    return [];
  }
  const mistyped: CheckFailure[] = [
    {
      property,
      reason: `'${property}' should be of type '${nameOfType(spec.type)}' but got ${nameOfValue(inner)}`,
    },
  ];
  const { type } = spec;
  if (type === "integer" || type === "number") {
    if (typeof inner !== "number" || (type === "integer" && !Number.isInteger(inner))) {
      return mistyped;
    }
    if (spec.minimum !== undefined && inner < spec.minimum) {
      return [{ property, reason: `'${property}' is too low (${inner} < ${spec.minimum})` }];
    }
    return [];
  }
  if (type === "string") {
    if (typeof inner !== "string") {
      return mistyped;
    }
    if (spec.oneOf !== undefined && !spec.oneOf.includes(inner)) {
      const allowed = spec.oneOf.join(", ");
      return [{ property, reason: `'${property}' is ${JSON.stringify(inner)}; allowed are: ${allowed}` }];
    }
    return [];
  }
  if (type === "boolean") {
    return typeof inner === "boolean" ? [] : mistyped;
  }
  if ("list" in type) {
    return Array.isArray(inner)
      ? inner.flatMap((item, index) => checkValue(item, { type: type.list }, `${property}[${index}]`))
      : mistyped;
  }
  if (!isMap(inner)) {
    return mistyped;
  }
  return "object" in type
    ? checkInputs(inner, type.object, property)
    : Object.entries(inner).flatMap(([key, item]) =>
        checkValue(item, { type: type.map }, propertyPath(property, key)),
      );
}

function nameOfType(type: PropertyType): string {
  if (typeof type === "string") {
    return type;
  }
  if ("list" in type) {
    return `list of ${nameOfType(type.list)}`;
  }
  return "map" in type ? `map of ${nameOfType(type.map)}` : "object";
}

function nameOfValue(value: PropertyValue): string {
  if (Array.isArray(value)) {
    return "a list";
  }
  if (typeof value === "number") {
    return `the number ${value}`;
  }
  if (typeof value === "string" || typeof value === "boolean") {
    return `a ${typeof value}`;
  }
  return isMap(value) ? "an object" : "an asset or a resource";
}
