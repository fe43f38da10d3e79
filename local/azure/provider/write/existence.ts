/** Whether a resource may be created, by what a read of its id answers before. Source: the facts of area can-create and error-format. */
import { sameValue } from "../../../provider/equality.ts";
import type { PropertyMap } from "../../../provider/values.ts";
import type { JsonValue } from "../../metadata/model.ts";
import { lastParameter } from "../../metadata/path-template.ts";
import { ownEntry } from "../../metadata/own-entry.ts";

/** What a read before a create answered. */
export interface ExistenceAnswer {
  /** HTTP status. */
  readonly status: number;
  /** Default: GET. */
  readonly method?: "GET" | "HEAD";
  /** Whether there was a body. Default: true. */
  readonly hasBody?: boolean;
  /** Whether the resource is one of a fixed name, made with its parent. Default: false. */
  readonly singleton?: boolean;
  /** Set for a resource that is made with its parent under a given name: whether it is still as it was made. */
  readonly isDefault?: boolean;
}

/** A resource of a fixed name is made with its parent: creating it is changing it, and there is nothing to ask Azure. */
export function isSingleton(path: string): boolean {
  return lastParameter(path) === undefined;
}

export function canCreate(answer: ExistenceAnswer): boolean {
  if (answer.status === 404 || (answer.status === 204 && answer.method !== "HEAD")) {
    return true;
  }
  return (
    answer.status === 200 &&
    (answer.hasBody === false || answer.singleton === true || answer.isDefault === true)
  );
}

/** Whether every property of the default state is as it was. */
export function isDefaultState(
  outputs: PropertyMap,
  defaultBody: Readonly<Record<string, JsonValue>>,
): boolean {
  return Object.entries(defaultBody).every(([key, value]) => sameValue(ownEntry(outputs, key), value));
}

/**
 * Why the resource cannot be created.
 *
 * @param body What Azure answered to the read.
 */
export function refusalOfCreate(id: string, answer: ExistenceAnswer, body = ""): string {
  if (answer.status === 200) {
    const kind = answer.isDefault === undefined ? "resource" : "subresource";
    return `cannot create already existing ${kind} '${id}'`;
  }
  return `cannot check existence of resource '${id}': status code ${answer.status}, ${body}`;
}
