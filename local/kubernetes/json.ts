/** A value that came from JSON: files of ours and answers of the API server are read through these, never trusted. */
export type JsonObject = { readonly [key: string]: unknown };

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Parses JSON; undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

/** The value at a path of keys, or undefined. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  let current = value;
  for (const key of path) {
    if (!isObject(current)) return undefined;
    current = current[key];
  }
  return current;
}

/** The string at a path, or the empty string. */
export function stringAt(value: unknown, ...path: readonly string[]): string {
  const found = at(value, ...path);
  return typeof found === "string" ? found : "";
}

/** The list at a path, or an empty one. */
export function listAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : [];
}

/** The strings of a map at a path, such as labels. */
export function stringsAt(value: unknown, ...path: readonly string[]): Record<string, string> {
  const found = at(value, ...path);
  const strings: Record<string, string> = {};
  if (!isObject(found)) return strings;
  for (const [key, entry] of Object.entries(found)) if (typeof entry === "string") strings[key] = entry;
  return strings;
}
