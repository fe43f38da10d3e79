/** Properties that Azure keeps when they are left out: an update that drops one sends its default. Source: the facts of area update-defaults. */
import type { PropertyMap } from "../../../provider/values.ts";
import type { JsonValue } from "../../metadata/model.ts";

export function withRestoredDefaults(
  inputs: PropertyMap,
  oldOutputs: PropertyMap,
  defaultProperties: Readonly<Record<string, JsonValue>>,
): PropertyMap {
  const restored = Object.entries(defaultProperties).filter(([key]) => key in oldOutputs && !(key in inputs));
  return { ...inputs, ...Object.fromEntries(restored) };
}
