/** What is known of a resource's outputs before Azure answers. Source: the facts of area preview-outputs. */
import { isMap, Unknown, unwrap, type PropertyMap, type PropertyValue } from "../../provider/values.ts";
import { ownEntry } from "../metadata/own-entry.ts";
import type { PropertyShapes, TypeShape } from "../metadata/model.ts";
import { chosenType } from "./check/validation.ts";

/** Finds the properties of the object types of answers. */
export type OutputTypes = (ref: string) => PropertyShapes;

/** An input that is an output too is known, of the kind that the output has; a constant is known; the rest is not. */
export function previewOutputs(
  inputs: PropertyMap,
  outputs: PropertyShapes,
  types: OutputTypes,
): PropertyMap {
  return Object.fromEntries(
    Object.entries(outputs).map(([name, shape]) => [
      name,
      previewValue(ownEntry(inputs, name), shape, types),
    ]),
  );
}

/** Every unknown is one of a string, as the real provider sends it: the SDK takes the others for known text. */
function previewValue(input: PropertyValue | undefined, shape: TypeShape, types: OutputTypes): PropertyValue {
  if (shape.const !== undefined) {
    return shape.const;
  }
  const value = input === undefined || input === null ? new Unknown() : unwrap(input);
  switch (shape.type) {
    case "any":
      return value;
    case "string":
    case "number":
    case "boolean":
      return typeof value === shape.type ? value : new Unknown();
    case "array": {
      const items = shape.items;
      return Array.isArray(value) && items !== undefined
        ? value.map((item) => previewValue(item, items, types))
        : new Unknown();
    }
    case "map": {
      const items = shape.items;
      return isMap(value) && items !== undefined
        ? Object.fromEntries(
            Object.entries(value).map(([key, item]) => [key, previewValue(item, items, types)]),
          )
        : new Unknown();
    }
    case "object": {
      const ref = isMap(value) ? (shape.ref ?? chosenType(shape.oneOf ?? [], value, types)) : undefined;
      return isMap(value) && ref !== undefined ? previewOutputs(value, types(ref), types) : new Unknown();
    }
  }
}
