/** The resource that an operation is about, in Azure's terms. */
import type { PropertyMap } from "../../../provider/values.ts";
import { ownEntry } from "../../metadata/own-entry.ts";
import type { ResourceSchema } from "../../metadata/schema.ts";
import { buildId } from "../arm-id.ts";

export interface Target {
  readonly id: string;
  readonly pathParameters: Readonly<Record<string, string>>;
}

/** @throws when a path parameter is missing or is no text. */
export function targetOf(
  type: Pick<ResourceSchema, "path" | "pathParameters">,
  inputs: PropertyMap,
  subscriptionId: string,
): Target {
  const pathParameters: Record<string, string> = { subscriptionId };
  const given: PropertyMap = { subscriptionId };
  for (const name of type.pathParameters) {
    const value = ownEntry(inputs, name) ?? null;
    given[name] = value;
    if (typeof value === "string") {
      pathParameters[name] = value;
    }
  }
  return { id: buildId(type.path, given), pathParameters };
}
