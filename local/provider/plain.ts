/** Property values to plain JSON, and the secret marks that get lost on that way back onto the result. */
import { propertyPath } from "./property-path.ts";
import {
  Secret,
  Unknown,
  isMap,
  isSecret,
  unwrap,
  type PlainMap,
  type PlainValue,
  type PropertyMap,
  type PropertyValue,
} from "./values.ts";

/** A value that plain JSON cannot express. The message names the property's path and what stands there, never the value. */
export class NotPlainError extends Error {
  /** Path of the property, such as `build.args["TOKEN"]`. */
  readonly path: string;

  constructor(path: string, what: string) {
    super(`${path === "" ? "The value" : `'${path}'`} is ${what}, where plain data is expected.`);
    this.name = "NotPlainError";
    this.path = path;
  }
}

/**
 * The value as plain JSON: secrets and outputs are unwrapped.
 * @throws {NotPlainError} on an unknown value, an asset, an archive or a resource reference.
 */
export function toPlain(value: PropertyValue, path = ""): PlainValue {
  const inner = unwrap(value);
  if (inner === null || typeof inner !== "object") {
    return inner;
  }
  if (Array.isArray(inner)) {
    return inner.map((item, index) => toPlain(item, `${path}[${index}]`));
  }
  if (isMap(inner)) {
    return toPlainMap(inner, path);
  }
  throw new NotPlainError(
    path,
    inner instanceof Unknown ? "not known yet" : `of type ${inner.constructor.name}`,
  );
}

/** {@link toPlain} for properties. */
export function toPlainMap(map: PropertyMap, path = ""): PlainMap {
  const plain: PlainMap = {};
  for (const [key, value] of Object.entries(map)) {
    plain[key] = toPlain(value, propertyPath(path, key));
  }
  return plain;
}

/**
 * Outputs with the secret marks of the inputs that they repeat: where an input is secret, the output of the same path is too. A secret
 * element of a list marks the whole list, because the order of an answer is not the order of a request.
 */
export function withSecretsOf(outputs: PropertyMap, inputs: PropertyMap): PropertyMap {
  const marked: PropertyMap = {};
  for (const [key, output] of Object.entries(outputs)) {
    marked[key] = Object.hasOwn(inputs, key) ? markLike(output, inputs[key]) : output;
  }
  return marked;
}

function markLike(output: PropertyValue, input: PropertyValue | undefined): PropertyValue {
  if (output instanceof Secret || input === undefined) {
    return output;
  }
  if (isSecret(input)) {
    return new Secret(output);
  }
  const inner = unwrap(input);
  if (Array.isArray(inner) && hasSecretInside(inner)) {
    return new Secret(output);
  }
  return isMap(inner) && isMap(output) ? withSecretsOf(output, inner) : output;
}

function hasSecretInside(value: PropertyValue): boolean {
  if (isSecret(value)) {
    return true;
  }
  if (Array.isArray(value)) {
    return value.some(hasSecretInside);
  }
  return isMap(value) && Object.values(value).some(hasSecretInside);
}
