/**
 * What is known of the supported resource types: the shape of the JSON files beside this one, which `./generate.ts` derives from
 * the installed SDK.
 */

/** A value that JSON can hold. */
export type JsonValue = null | boolean | number | string | JsonValue[] | { [key: string]: JsonValue };

/** What kind of value a property holds. */
export interface TypeShape {
  /**
   * `number` stands for integers and fractions alike: the SDK does not tell them apart. `object` has `ref` or `oneOf`, `array` has
   * `items`, `map` has `items` for its values.
   */
  readonly type: "string" | "boolean" | "number" | "any" | "object" | "array" | "map";
  /** An object type, as `module:Name`, to be found in the module's `inputs` or `outputs`. */
  readonly ref?: string;
  /** The object types one of which the value has; a constant property of theirs tells which. */
  readonly oneOf?: readonly string[];
  readonly items?: TypeShape;
  /** The allowed values, as `module:Name`, to be found in the module's `enums`. */
  readonly enum?: string;
  /** The SDK allows any string beside the listed values: Azure may know values that this SDK does not. */
  readonly open?: true;
  /** The only value allowed. */
  readonly const?: string;
}

/** One property of a resource or of an object type. */
export interface PropertyShape extends TypeShape {
  readonly required?: true;
  /** What the SDK fills in when the program leaves the property out. */
  readonly default?: JsonValue;
  /**
   * A list whose items are resources of their own too, such as the subnets of a virtual network. Left out, it is not managed by its parent.
   */
  readonly subResource?: true;
}

export type PropertyShapes = Readonly<Record<string, PropertyShape>>;

/** One resource type. */
export interface ResourceShape {
  /** The API version that the SDK writes with; absent for the few types that have none. */
  readonly apiVersion?: string;
  /** ARM path with the SDK's parameter names, such as `/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}`. */
  readonly path: string;
  readonly inputs: PropertyShapes;
  /** All outputs of the SDK class but `id`. */
  readonly outputs: PropertyShapes;
  /** Older tokens of the same type without their API version, where module or name differ, such as `insights:Component`. */
  readonly formerly?: readonly string[];
}

/** One invoke. */
export interface InvokeShape {
  readonly apiVersion?: string;
  readonly inputs: PropertyShapes;
  readonly outputs: PropertyShapes;
}

/** One module of the SDK, as far as it is supported. */
export interface ModuleShape {
  readonly resources: Readonly<Record<string, ResourceShape>>;
  readonly invokes: Readonly<Record<string, InvokeShape>>;
  /** Object types that inputs refer to, by their names without `Args`. */
  readonly inputs: Readonly<Record<string, PropertyShapes>>;
  /** Object types that outputs refer to. */
  readonly outputs: Readonly<Record<string, PropertyShapes>>;
  readonly enums: Readonly<Record<string, readonly (string | number)[]>>;
}
