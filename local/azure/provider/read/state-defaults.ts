/** Old outputs as a refresh compares them, for types with properties that Azure keeps when they are left out. Source: the facts of area refresh-defaults. */
import { sameValue } from "../../../provider/equality.ts";
import type { PropertyMap } from "../../../provider/values.ts";
import type { JsonValue } from "../../metadata/model.ts";
import { ownEntry } from "../../metadata/own-entry.ts";

/** Leaves out the properties that have their default value and were inputs. */
export function comparableState(
  outputs: PropertyMap,
  previousInputs: PropertyMap,
  defaultProperties: Readonly<Record<string, JsonValue>>,
): PropertyMap {
  return Object.fromEntries(
    Object.entries(outputs).filter(([key, value]) => {
      const standard = ownEntry(defaultProperties, key);
      return standard === undefined || !(key in previousInputs) || !sameValue(value, standard);
    }),
  );
}
