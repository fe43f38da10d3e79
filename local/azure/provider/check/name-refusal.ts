/** The resource's own name by Azure's rules. */
import type { PropertyMap } from "../../../provider/values.ts";
import { nameRefusal } from "../../metadata/azure-names.ts";
import { ownEntry } from "../../metadata/own-entry.ts";
import { lastParameter, typeBeforeParameter } from "../../metadata/path-template.ts";
import type { ResourceSchema } from "../../metadata/schema.ts";

/** Why Azure refuses the name; `undefined` when it takes it, or when the name is not known yet. */
export function ownNameRefusal(type: Pick<ResourceSchema, "path">, inputs: PropertyMap): string | undefined {
  const parameter = lastParameter(type.path);
  const name = parameter === undefined ? undefined : ownEntry(inputs, parameter);
  return parameter === undefined || typeof name !== "string"
    ? undefined
    : nameRefusal(typeBeforeParameter(type.path, parameter), name);
}
