/** Property values and the bodies of requests and answers, which have the same shape: the SDK's. */
import { toPlainMap } from "../../../provider/plain.ts";
import { isMap, unwrap, Unknown, type PropertyMap, type PropertyValue } from "../../../provider/values.ts";
import { UnknownSentinel } from "../../../provider/signatures.ts";
import type { ArmBody } from "../../arm/service.ts";
import { ownEntry } from "../../metadata/own-entry.ts";
import type { TypeShape } from "../../metadata/model.ts";
import type { ResourceSchema, Types } from "../../metadata/schema.ts";
import { chosenType } from "../check/validation.ts";

/** The declared properties of the inputs that are no path parameter; what is not declared never reaches Azure. */
export function bodyOf(
  type: Pick<ResourceSchema, "inputs" | "pathParameters">,
  inputs: PropertyMap,
  types: Pick<Types, "input">,
): PropertyMap {
  const inBody = Object.entries(type.inputs).filter(([name]) => !type.pathParameters.includes(name));
  return declared(Object.fromEntries(inBody), inputs, types);
}

function declared(
  properties: Readonly<Record<string, TypeShape>>,
  value: PropertyMap,
  types: Pick<Types, "input">,
): PropertyMap {
  const body: PropertyMap = {};
  for (const [name, shape] of Object.entries(properties)) {
    const given = ownEntry(value, name);
    if (given !== undefined && given !== null) {
      body[name] = declaredValue(shape, unwrap(given), types);
    }
  }
  return body;
}

function declaredValue(shape: TypeShape, value: PropertyValue, types: Pick<Types, "input">): PropertyValue {
  const items = shape.items;
  if (Array.isArray(value)) {
    return items === undefined ? value : value.map((item) => declaredValue(items, unwrap(item), types));
  }
  if (!isMap(value)) {
    return value;
  }
  if (shape.type === "map" && items !== undefined) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, declaredValue(items, unwrap(item), types)]),
    );
  }
  const ref = shape.ref ?? chosenType(shape.oneOf ?? [], value, (one) => types.input(one));
  return ref === undefined ? value : declared(types.input(ref), value, types);
}

/**
 * The body of a request.
 *
 * @throws {NotPlainError} when something in it is not known: the engine sends that in previews only.
 */
export function requestBody(body: PropertyMap): ArmBody {
  return toPlainMap(body);
}

/** The body of a request that is only looked at; what is not known is a text that stands for it. */
export function previewBody(body: PropertyMap): ArmBody {
  return toPlainMap(Object.fromEntries(Object.entries(body).map(([key, value]) => [key, marked(value)])));
}

function marked(value: PropertyValue): PropertyValue {
  const inner = unwrap(value);
  if (inner instanceof Unknown) {
    return UnknownSentinel.string;
  }
  if (Array.isArray(inner)) {
    return inner.map(marked);
  }
  return isMap(inner)
    ? Object.fromEntries(Object.entries(inner).map(([key, item]) => [key, marked(item)]))
    : inner;
}
