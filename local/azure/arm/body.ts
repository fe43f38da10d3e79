import type { ArmBody, ArmValue } from "./service.ts";

/**
 * Stands for a value that a preview does not know yet. A body given to `validate` may hold it anywhere: it is neither absent nor
 * of any known value, so no rule speaks of it. The text is the Pulumi wire format's own.
 */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

export function isBody(value: ArmValue | undefined): value is ArmBody {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value at a dotted path of object keys, or undefined where the path ends early. */
export function at(body: ArmBody, path: string): ArmValue | undefined {
  let value: ArmValue | undefined = body;
  for (const key of path.split(".")) {
    if (!isBody(value)) return value === UNKNOWN ? UNKNOWN : undefined;
    value = value[key];
  }
  return value;
}

/** Whether nothing is given there; an unknown value is given. */
export function absent(body: ArmBody, path: string): boolean {
  const value = at(body, path);
  return value === undefined || value === null;
}

/** The text at a path; undefined if absent, unknown or something else. */
export function text(body: ArmBody, path: string): string | undefined {
  const value = at(body, path);
  return typeof value === "string" && value !== UNKNOWN ? value : undefined;
}

export function number(body: ArmBody, path: string): number | undefined {
  const value = at(body, path);
  return typeof value === "number" ? value : undefined;
}

export function flag(body: ArmBody, path: string): boolean | undefined {
  const value = at(body, path);
  return typeof value === "boolean" ? value : undefined;
}

/** The object at a path; empty if there is none. */
export function object(body: ArmBody, path: string): ArmBody {
  const value = at(body, path);
  return isBody(value) ? value : {};
}

/** The objects of the list at a path; empty if there is none. */
export function objects(body: ArmBody, path: string): ArmBody[] {
  const value = at(body, path);
  return Array.isArray(value) ? value.filter(isBody) : [];
}

/** The texts of the list at a path, unknown ones left out; empty if there is none. */
export function texts(body: ArmBody, path: string): string[] {
  const value = at(body, path);
  return Array.isArray(value)
    ? value.filter((item): item is string => typeof item === "string" && item !== UNKNOWN)
    : [];
}

/** Whether the list at a path is known from end to end. */
export function isKnownList(body: ArmBody, path: string): boolean {
  const value = at(body, path);
  return value === undefined || value === null || (Array.isArray(value) && !value.includes(UNKNOWN));
}

/** `over` laid over `under`: objects are merged key by key, everything else, lists too, is taken from `over`. */
export function overlay(under: ArmBody, over: ArmBody): ArmBody {
  const result: ArmBody = { ...under };
  for (const [key, value] of Object.entries(over)) {
    if (value === null) continue;
    const below = result[key];
    result[key] = isBody(value) && isBody(below) ? overlay(below, value) : value;
  }
  return result;
}

/** The body without some top-level keys. */
export function without(body: ArmBody, keys: readonly string[]): ArmBody {
  const result: ArmBody = {};
  for (const [key, value] of Object.entries(body)) if (!keys.includes(key)) result[key] = value;
  return result;
}

/** Drops undefined values, so that optional outputs can be written in one literal. */
export function compact(values: Record<string, ArmValue | undefined>): ArmBody {
  const result: ArmBody = {};
  for (const [key, value] of Object.entries(values)) if (value !== undefined) result[key] = value;
  return result;
}

/** The body that a database column holds. */
export function parseBody(json: string): ArmBody {
  const value: unknown = JSON.parse(json);
  if (!isJsonObject(value)) throw new Error("the local Azure's state holds a body that is no object");
  return value;
}

function isJsonObject(value: unknown): value is ArmBody {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
