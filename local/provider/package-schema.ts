/** A package's schema in Pulumi's own format (https://www.pulumi.com/docs/iac/guides/building-extending/packages/schema). */
import type { PropertySpec, PropertySpecs, PropertyType } from "./property-spec.ts";
import type { PlainMap } from "./values.ts";

/** A resource type of the package. */
export interface ResourceSpec {
  readonly description: string;
  readonly inputs: PropertySpecs;
  /** All outputs, those that repeat inputs included. */
  readonly outputs: PropertySpecs;
}

/** What `pulumi package get-schema` prints, and what imports and Pulumi YAML read. */
export function packageSchema(
  name: string,
  version: string,
  description: string,
  resources: ReadonlyMap<string, ResourceSpec>,
): string {
  const types: PlainMap = {};
  const schema: PlainMap = {
    name,
    version,
    description,
    // What of `index/randomUuid` in a token is the module: the part before the last slash.
    meta: { moduleFormat: "(.*)(?:/[^/]*)" },
    resources: {},
    types,
  };
  schema["resources"] = Object.fromEntries(
    [...resources].map(([token, spec]) => [
      token,
      {
        description: spec.description,
        inputProperties: propertiesSchema(spec.inputs, token, types),
        requiredInputs: requiredOf(spec.inputs),
        properties: propertiesSchema(spec.outputs, token, types),
        required: requiredOf(spec.outputs),
      },
    ]),
  );
  return JSON.stringify(schema);
}

function requiredOf(specs: PropertySpecs): string[] {
  return Object.entries(specs).flatMap(([name, spec]) => (spec.required === true ? [name] : []));
}

function propertiesSchema(specs: PropertySpecs, token: string, types: PlainMap): PlainMap {
  return Object.fromEntries(
    Object.entries(specs).map(([name, spec]) => [
      name,
      propertySchema(spec, nestedToken(token, name), types),
    ]),
  );
}

/** The token of an object type that is the type of a property. */
function nestedToken(token: string, property: string): string {
  return token + property.charAt(0).toUpperCase() + property.slice(1);
}

function propertySchema(spec: PropertySpec, token: string, types: PlainMap): PlainMap {
  const schema = typeSchema(spec.type, token, types);
  if (spec.secret === true) {
    schema["secret"] = true;
  }
  if (spec.default !== undefined && (typeof spec.default !== "object" || spec.default === null)) {
    schema["default"] = spec.default;
  }
  return schema;
}

/** Objects become types of the package, under a token made of the path to them. */
function typeSchema(type: PropertyType, token: string, types: PlainMap): PlainMap {
  if (typeof type === "string") {
    return { type };
  }
  if ("list" in type) {
    return { type: "array", items: typeSchema(type.list, token, types) };
  }
  if ("map" in type) {
    return { type: "object", additionalProperties: typeSchema(type.map, token, types) };
  }
  types[token] = {
    type: "object",
    properties: propertiesSchema(type.object, token, types),
    required: requiredOf(type.object),
  };
  return { $ref: `#/types/${token}` };
}
