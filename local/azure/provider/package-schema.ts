/** The supported types as a package's schema in Pulumi's own format (https://www.pulumi.com/docs/iac/guides/building-extending/packages/schema). */
import type { PlainMap } from "../../provider/values.ts";
import type { PropertyShapes, TypeShape } from "../metadata/model.ts";
import type { Schema } from "../metadata/schema.ts";
import { supportedInvokes, supportedResources } from "../metadata/supported.ts";
import { sdkVersion } from "./sdk-version.ts";

const prefix = "azure-native:";

/** Which side of the types a property refers to. */
type Side = "inputs" | "outputs";

/** What `pulumi package get-schema` prints, and what Pulumi YAML and imports read. */
export function packageSchema(schema: Schema): string {
  const types = new Types(schema);
  const resources: PlainMap = {};
  for (const name of Object.keys(supportedResources)) {
    const type = schema.resource(prefix + name);
    if (type !== undefined) {
      resources[type.token] = {
        inputProperties: types.properties(type.inputs, "inputs"),
        requiredInputs: requiredOf(type.inputs),
        properties: types.properties(type.outputs, "outputs"),
        required: requiredOf(type.outputs),
      };
    }
  }
  const functions: PlainMap = {};
  for (const name of supportedInvokes) {
    const invoke = schema.invoke(prefix + name);
    if (invoke !== undefined) {
      functions[invoke.token] = {
        inputs: {
          type: "object",
          properties: types.properties(invoke.inputs, "inputs"),
          required: requiredOf(invoke.inputs),
        },
        outputs: {
          type: "object",
          properties: types.properties(invoke.outputs, "outputs"),
          required: requiredOf(invoke.outputs),
        },
      };
    }
  }
  return JSON.stringify({
    name: "azure-native",
    version: sdkVersion(),
    description: "The part of azure-native that the local Azure implements.",
    resources,
    functions,
    types: types.collected,
  });
}

/** Property schemas, and the types that they refer to. */
class Types {
  readonly collected: PlainMap = {};
  readonly #schema: Schema;

  constructor(schema: Schema) {
    this.#schema = schema;
  }

  properties(shapes: PropertyShapes, side: Side): PlainMap {
    return Object.fromEntries(
      Object.entries(shapes).map(([name, shape]) => [
        name,
        {
          ...this.#type(shape, side),
          ...(shape.default === undefined || typeof shape.default === "object"
            ? {}
            : { default: shape.default }),
        },
      ]),
    );
  }

  #type(shape: TypeShape, side: Side): PlainMap {
    if (shape.const !== undefined) {
      return { type: "string", const: shape.const };
    }
    if (shape.enum !== undefined) {
      const $ref = this.#enumeration(shape.enum);
      return shape.open === true ? { oneOf: [{ type: "string" }, { $ref }] } : { $ref };
    }
    const items = shape.items === undefined ? {} : this.#type(shape.items, side);
    switch (shape.type) {
      case "any":
        return { $ref: "pulumi.json#/Any" };
      case "array":
        return { type: "array", items };
      case "map":
        return { type: "object", additionalProperties: items };
      case "object":
        return shape.ref === undefined
          ? { oneOf: (shape.oneOf ?? []).map((ref) => ({ $ref: this.#object(ref, side) })) }
          : { $ref: this.#object(shape.ref, side) };
      default:
        return { type: shape.type };
    }
  }

  #object(ref: string, side: Side): string {
    const token = prefix + ref;
    if (!(token in this.collected)) {
      const shapes = side === "inputs" ? this.#schema.input(ref) : this.#schema.output(ref);
      const type: PlainMap = { type: "object" };
      // Noted before its properties are, which may lead back to it.
      this.collected[token] = type;
      type["properties"] = this.properties(shapes, side);
      type["required"] = requiredOf(shapes);
    }
    return `#/types/${token}`;
  }

  #enumeration(ref: string): string {
    const token = prefix + ref;
    this.collected[token] ??= {
      type: "string",
      enum: this.#schema.values(ref).map((value) => ({ value })),
    };
    return `#/types/${token}`;
  }
}

function requiredOf(shapes: PropertyShapes): string[] {
  return Object.entries(shapes).flatMap(([name, shape]) => (shape.required === true ? [name] : []));
}
