/** ARM ids: made from a path template, taken apart by one, and compared. Source: the facts of areas path-build, id-parse, id-normalize and id-equal. */
import type { PropertyMap, PropertyValue } from "../../provider/values.ts";
import { isMap } from "../../provider/values.ts";
import { ownEntry } from "../metadata/own-entry.ts";

/** An id that does not follow the path of its resource type. */
export class ForeignIdError extends Error {
  constructor(id: string, template: string) {
    super(
      `failed to parse '${id}' against the path '${template}': it is not the id of a resource of this type`,
    );
    this.name = "ForeignIdError";
  }
}

/**
 * The id of a resource. Values are escaped as URL segments; a scope, which is a path itself, keeps its slashes and loses its first one.
 * A parameter such as `{container.name}` is looked up inside of an object.
 *
 * @throws when a parameter is missing or is no text.
 */
export function buildId(template: string, parameters: PropertyMap): string {
  for (const [name, value] of Object.entries(parameters)) {
    if (typeof value !== "string" && !isMap(value)) {
      throw new Error(`expected string value for path parameter '${name}', got ${goType(value)}`);
    }
  }
  return template.replace(/\{([^}]+)\}/g, (_, name: string) => {
    const value = lookUp(parameters, name);
    if (typeof value !== "string") {
      throw new Error(`expected string value for path parameter '${name}', got ${goType(value)}`);
    }
    return isPath(name) ? value.replace(/^\//, "") : encodeSegment(value);
  });
}

/** Parameters that are whole ids of other resources. */
function isPath(name: string): boolean {
  return name === "scope" || name === "resourceUri" || name === "resourceId";
}

function lookUp(parameters: PropertyMap, name: string): PropertyValue | undefined {
  const direct = ownEntry(parameters, name);
  if (direct !== undefined) {
    return direct;
  }
  let found: PropertyValue | undefined = parameters;
  for (const key of name.split(".")) {
    found = isMap(found) ? ownEntry(found, key) : undefined;
  }
  return found;
}

/** What RFC 3986 allows in a path segment stays, as Go's `url.PathEscape` has it. */
function encodeSegment(value: string): string {
  return encodeURIComponent(value).replace(/%(24|26|2B|3D|3A|40)/g, decodeURIComponent);
}

/** The names that the provider's own messages give to kinds of values. */
function goType(value: PropertyValue | undefined): string {
  if (value === undefined || value === null) {
    return "<nil>";
  }
  if (typeof value === "number") {
    return Number.isInteger(value) ? "int" : "float64";
  }
  if (typeof value === "boolean") {
    return "bool";
  }
  return Array.isArray(value) ? "[]interface {}" : "map[string]interface {}";
}

/**
 * The parameters of an id. Fixed segments compare without case.
 *
 * @throws {ForeignIdError} when the id does not follow the template.
 */
export function parseId(template: string, id: string): Record<string, string> {
  const names: string[] = [];
  const expression = template
    .split("/")
    .map((segment) => {
      const name = /^\{([^}]+)\}$/.exec(segment)?.[1];
      if (name === undefined) {
        return segment.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
      }
      names.push(name);
      return isPath(name) ? "(.+?)" : "([^/]+)";
    })
    .join("/");
  const match = new RegExp(`^${expression}$`, "i").exec(id);
  if (match === null) {
    throw new ForeignIdError(id, template);
  }
  return Object.fromEntries(names.map((name, index) => [name, decodeSegment(match[index + 1] ?? "")]));
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** The id in lower case when it is one of a resource of a provider; any other text as it is. */
export function normalizeId(id: string): string {
  return /^\/subscriptions\/.+\/providers\/.+/i.test(id) ? id.toLowerCase() : id;
}

/** Whether two texts are the same; ids of resources of providers compare without case. */
export function sameText(a: string, b: string): boolean {
  return a === b || normalizeId(a) === normalizeId(b);
}
