/**
 * The checks of the real provider on a program's inputs: required properties, kinds of values, lengths, patterns and ranges. Neither enumerations nor unknown property names
 * nor combinations are checked, and booleans pass everywhere: those are Azure's to refuse. Source: the facts of area check-validation.
 */
import { isMap, unwrap, type PropertyMap, type PropertyValue } from "../../../provider/values.ts";
import { ownEntry } from "../../metadata/own-entry.ts";
import type { TypeShape } from "../../metadata/model.ts";
import type { InputProperties, InputProperty } from "../../metadata/schema.ts";
import { matchesPattern } from "./pattern.ts";

/** Finds the properties of an object type. */
export type InputTypes = (ref: string) => InputProperties;

/** The reasons against the properties of an object; the path is that of the object, and empty for the resource. */
export function objectReasons(
  properties: InputProperties,
  value: PropertyMap,
  types: InputTypes,
  path = "",
): string[] {
  return Object.entries(properties).flatMap(([name, property]) => {
    const at = path === "" ? name : `${path}.${name}`;
    const given = ownEntry(value, name);
    if (given === undefined || given === null) {
      return property.required === true ? [`missing required property '${at}'`] : [];
    }
    return propertyReasons(property, given, types, at);
  });
}

/** The reasons against one value. */
export function propertyReasons(
  property: InputProperty,
  given: PropertyValue,
  types: InputTypes,
  path: string,
): string[] {
  if (property.type === "any") {
    return [];
  }
  const value = unwrap(given);
  if (typeof value === "string") {
    return stringReasons(property, value, path);
  }
  if (typeof value === "number") {
    return numberReasons(property, value, path);
  }
  if (Array.isArray(value)) {
    return arrayReasons(property, value, types, path);
  }
  if (isMap(value)) {
    return mapReasons(property, value, types, path);
  }
  return [];
}

function stringReasons(property: InputProperty, value: string, path: string): string[] {
  if (property.type !== "string") {
    return [wrongType(property, path, "a string")];
  }
  const { minLength, maxLength, pattern } = property.constraint ?? {};
  const reasons: string[] = [];
  if (minLength !== undefined && value.length < minLength) {
    reasons.push(`'${path}' is too short (${value.length}): at least ${minLength} characters required`);
  }
  if (maxLength !== undefined && value.length > maxLength) {
    reasons.push(`'${path}' is too long (${value.length}): at most ${maxLength} characters allowed`);
  }
  if (pattern !== undefined && !matchesPattern(pattern, value)) {
    reasons.push(`'${path}' does not match expression '${pattern}'`);
  }
  return reasons;
}

function numberReasons(property: InputProperty, value: number, path: string): string[] {
  if (property.type !== "number") {
    return [wrongType(property, path, "a number")];
  }
  const { minimum, maximum } = property.constraint ?? {};
  const reasons: string[] = [];
  if (minimum !== undefined && value < minimum) {
    reasons.push(`'${path}' is too low (${value.toFixed(6)} < ${minimum.toFixed(6)})`);
  }
  if (maximum !== undefined && value > maximum) {
    reasons.push(`'${path}' is too high (${value.toFixed(6)} > ${maximum.toFixed(6)})`);
  }
  return reasons;
}

function arrayReasons(
  property: InputProperty,
  value: PropertyValue[],
  types: InputTypes,
  path: string,
): string[] {
  if (property.stringSet === true) {
    return [];
  }
  const items = property.items;
  if (property.type !== "array" || items === undefined) {
    return [wrongType(property, path, "an array")];
  }
  return value.flatMap((item, index) => propertyReasons(asInput(items), item, types, `${path}[${index}]`));
}

function mapReasons(property: InputProperty, value: PropertyMap, types: InputTypes, path: string): string[] {
  const items = property.items;
  if (property.type === "map" && items !== undefined) {
    return Object.entries(value).flatMap(([key, item]) =>
      propertyReasons(asInput(items), item, types, `${path}.${key}`),
    );
  }
  const ref = property.ref ?? chosenType(property.oneOf ?? [], value, types);
  return ref === undefined ? [] : objectReasons(types(ref), value, types, path);
}

/** The alternative whose constants the value has; `undefined` when none fits or several do. */
export function chosenType(
  alternatives: readonly string[],
  value: PropertyMap,
  types: (ref: string) => Readonly<Record<string, TypeShape>>,
): string | undefined {
  const fitting = alternatives.filter((ref) =>
    Object.entries(types(ref)).every(
      ([name, shape]) => shape.const === undefined || ownEntry(value, name) === shape.const,
    ),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** Items of lists and maps carry no constraints; a number among them is an integer unless a list of fractions is ever supported. */
function asInput(shape: TypeShape): InputProperty {
  return shape.type === "number" ? { ...shape, integer: true } : shape;
}

function wrongType(property: InputProperty, path: string, found: string): string {
  const type = property.type === "map" ? "object" : property.integer === true ? "integer" : property.type;
  return `'${path}' should be of type '${type}' but got ${found}`;
}
