/** The inputs that an answer of Azure amounts to: for an import, and to tell how a resource drifted. Source: the facts of area import-inputs. */
import { isMap, type PropertyMap, type PropertyValue } from "../../../provider/values.ts";
import { ownEntry } from "../../metadata/own-entry.ts";
import type { InputProperties, InputProperty } from "../../metadata/schema.ts";
import { chosenType } from "../check/validation.ts";

/** Finds the properties of object types of inputs. */
export type InputTypes = (ref: string) => InputProperties;

/**
 * The properties of the answer that can be set, in the form of inputs. Empty objects and lists become null; a constant of another value is left out.
 *
 * @param pathValues Parameters of the id; the subscription is the provider's and is left out.
 */
export function inputProjection(
  properties: InputProperties,
  answer: PropertyMap,
  types: InputTypes,
  pathValues: Readonly<Record<string, string>> = {},
): PropertyMap {
  const fromPath = Object.entries(pathValues).filter(([name]) => name.toLowerCase() !== "subscriptionid");
  return { ...projectObject(properties, answer, types), ...Object.fromEntries(fromPath) };
}

function projectObject(properties: InputProperties, answer: PropertyMap, types: InputTypes): PropertyMap {
  const inputs: PropertyMap = {};
  for (const [name, property] of Object.entries(properties)) {
    const value = ownEntry(answer, name);
    if (value === undefined || (property.const !== undefined && value !== property.const)) {
      continue;
    }
    inputs[name] = projectValue(property, value, types);
  }
  return inputs;
}

function projectValue(property: InputProperty, value: PropertyValue, types: InputTypes): PropertyValue {
  if (Array.isArray(value)) {
    const items = property.items;
    const projected = value.map((item) => (items === undefined ? item : projectValue(items, item, types)));
    return projected.every(isEmpty) ? null : projected;
  }
  if (!isMap(value)) {
    return value;
  }
  if (property.stringSet === true) {
    const keys = Object.keys(value);
    return keys.length === 0 ? null : keys;
  }
  const ref = property.ref ?? chosenType(property.oneOf ?? [], value, types);
  const items = property.items;
  const projected =
    ref !== undefined
      ? projectObject(types(ref), value, types)
      : items === undefined
        ? value
        : Object.fromEntries(
            Object.entries(value).map(([key, item]) => [key, projectValue(items, item, types)]),
          );
  return Object.values(projected).every(isEmpty) ? null : projected;
}

function isEmpty(value: PropertyValue): boolean {
  return (
    value === null ||
    (Array.isArray(value) && value.length === 0) ||
    (isMap(value) && Object.keys(value).length === 0)
  );
}
