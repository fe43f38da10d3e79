/** What the provider knows of each supported type: the generated files, read when they are asked for, with the hand-kept tables laid over them. */
import { inputConstraints, pathConstraints, resourceGroupPattern, typeConstraints } from "./constraints.ts";
import type { Constraint } from "./constraints.ts";
import { defaultBodies, defaultProperties, leftOnDelete } from "./default-bodies.ts";
import { keyedArrays } from "./keyed-arrays.ts";
import type { JsonValue, ModuleShape, PropertyShape, PropertyShapes } from "./model.ts";
import { readModule } from "./module-file.ts";
import { fractionalNumbers } from "./numbers.ts";
import { ownEntry } from "./own-entry.ts";
import { pathParameters, typeBeforeParameter } from "./path-template.ts";
import { replacingProperties } from "./replacing.ts";
import { supportedInvokes, supportedResources } from "./supported.ts";
import { parseToken } from "./token.ts";

/** A property that is checked. */
export interface InputProperty extends PropertyShape {
  readonly constraint?: Constraint;
  /** A number without fraction. */
  readonly integer?: true;
  /** A list of texts here, an object with these texts as its keys in Azure's answers, such as `userAssignedIdentities`. */
  readonly stringSet?: true;
  /** The properties of a list's items that tell them apart; without it, items are told apart by their place. */
  readonly identifiers?: readonly string[];
}

export type InputProperties = Readonly<Record<string, InputProperty>>;

/** Finds the properties of object types; what no module holds has none. */
export interface Types {
  input(ref: string): InputProperties;
  output(ref: string): PropertyShapes;
  /** Allowed values. */
  values(ref: string): readonly (string | number)[];
}

/** One supported resource type. */
export interface ResourceSchema {
  /** Token without version, such as `azure-native:keyvault:Vault`. */
  readonly token: string;
  readonly apiVersion: string | undefined;
  /** ARM path template. */
  readonly path: string;
  /** The SDK's names of the path's parameters without the subscription, in their order. */
  readonly pathParameters: readonly string[];
  readonly inputs: InputProperties;
  readonly outputs: PropertyShapes;
  /** Paths of properties that replace the resource, besides the path parameters. */
  readonly replacing: ReadonlySet<string>;
  /**
   * What the resource is set back to when it is deleted, because it exists as long as its parent; `undefined` for the rest.
   */
  readonly defaultBody: Readonly<Record<string, JsonValue>> | undefined;
  /** Whether a delete leaves it as it is, because it goes with its parent. */
  readonly leftOnDelete: boolean;
  /** What an update sends for a property that the program does not give any more. */
  readonly defaultProperties: Readonly<Record<string, JsonValue>>;
}

/** One supported invoke. */
export interface InvokeSchema {
  readonly token: string;
  readonly apiVersion: string | undefined;
  readonly inputs: InputProperties;
  readonly outputs: PropertyShapes;
}

const prefix = "azure-native:";

/** Modules that have a supported type or invoke, and so a generated file. */
export const supportedModules: ReadonlySet<string> = new Set(
  [...Object.keys(supportedResources), ...supportedInvokes].map(
    (qualified) => parseToken(prefix + qualified).module,
  ),
);

/** The supported part of the SDK. */
export class Schema implements Types {
  readonly #directory: URL;
  readonly #modules = new Map<string, ModuleShape | undefined>();
  readonly #resources = new Map<string, ResourceSchema | undefined>();
  readonly #inputTypes = new Map<string, InputProperties>();
  #formerly: Map<string, string> | undefined;

  /** @param directory Where the generated files are. Default: beside this file. */
  constructor(directory: URL = new URL("./", import.meta.url)) {
    this.#directory = directory;
  }

  /**
   * The resource type of a token, in any form that the SDK can send: with an API version (`azure-native:network/v20240501:Subnet`) or under a module of
   * its past (`azure-native:insights:Component`). `undefined` when it is not supported.
   *
   * @throws {MalformedTokenError} when it is no token.
   */
  resource(token: string): ResourceSchema | undefined {
    const { module, name } = parseToken(token);
    const key = `${module}:${name}`;
    if (!this.#resources.has(key)) {
      this.#resources.set(key, this.#readResource(key) ?? this.#readResource(this.#renamed(key)));
    }
    return this.#resources.get(key);
  }

  /** The invoke of a token; `undefined` when it is not supported as an invoke of its own. */
  invoke(token: string): InvokeSchema | undefined {
    const { module, name } = parseToken(token);
    const shape = ownEntry(this.#module(module)?.invokes ?? {}, name);
    return (
      shape && {
        token: `${prefix}${module}:${name}`,
        apiVersion: shape.apiVersion,
        inputs: this.#checked(shape.inputs, {}, () => undefined),
        outputs: shape.outputs,
      }
    );
  }

  /** The resource type that a `get…` invoke reads; `undefined` when it reads none that is supported. */
  readBy(token: string): ResourceSchema | undefined {
    const { module, name } = parseToken(token);
    return /^get[A-Z]/.test(name) ? this.resource(`${prefix}${module}:${name.slice(3)}`) : undefined;
  }

  input(ref: string): InputProperties {
    let properties = this.#inputTypes.get(ref);
    if (properties === undefined) {
      const [module = "", name = ""] = ref.split(":");
      const shapes = ownEntry(this.#module(module)?.inputs ?? {}, name) ?? {};
      const constraints = typeConstraints[ref] ?? {};
      properties = this.#checked(shapes, constraints, (property) => `${ref}.${property}`, this.#answer(ref));
      this.#inputTypes.set(ref, properties);
    }
    return properties;
  }

  output(ref: string): PropertyShapes {
    const [module = "", name = ""] = ref.split(":");
    return ownEntry(this.#module(module)?.outputs ?? {}, name) ?? {};
  }

  values(ref: string): readonly (string | number)[] {
    const [module = "", name = ""] = ref.split(":");
    return ownEntry(this.#module(module)?.enums ?? {}, name) ?? [];
  }

  #readResource(key: string | undefined): ResourceSchema | undefined {
    if (key === undefined) {
      return undefined;
    }
    const [module = "", name = ""] = key.split(":");
    const shape = ownEntry(this.#module(module)?.resources ?? {}, name);
    if (shape === undefined) {
      return undefined;
    }
    const own = inputConstraints[key] ?? {};
    const constraints: Record<string, Constraint> = { ...own };
    for (const parameter of pathParameters(shape.path)) {
      const constraint = ownEntry(pathConstraints, typeBeforeParameter(shape.path, parameter));
      if (constraint !== undefined) {
        constraints[parameter] = constraint;
      }
    }
    if (shape.path.endsWith("/resourceGroups/{resourceGroupName}")) {
      constraints.resourceGroupName = { ...constraints.resourceGroupName, pattern: resourceGroupPattern };
    }
    return {
      token: prefix + key,
      apiVersion: shape.apiVersion,
      path: shape.path,
      pathParameters: pathParameters(shape.path).filter((parameter) => parameter !== "subscriptionId"),
      inputs: this.#checked(shape.inputs, constraints, (property) => `${key}.${property}`, shape.outputs),
      outputs: shape.outputs,
      replacing: new Set(replacingProperties[key] ?? []),
      defaultBody: defaultBodies[key],
      leftOnDelete: leftOnDelete.has(key),
      defaultProperties: defaultProperties[key] ?? {},
    };
  }

  #checked(
    shapes: PropertyShapes,
    constraints: Readonly<Record<string, Constraint>>,
    pathOf: (property: string) => string | undefined,
    answer: PropertyShapes = {},
  ): InputProperties {
    return Object.fromEntries(
      Object.entries(shapes).map(([property, shape]) => {
        const constraint = ownEntry(constraints, property);
        const path = pathOf(property);
        const identifiers = path === undefined ? undefined : ownEntry(keyedArrays, path);
        const integer = shape.type === "number" && !(path !== undefined && fractionalNumbers.has(path));
        return [
          property,
          {
            ...shape,
            ...(constraint === undefined ? {} : { constraint }),
            ...(integer ? { integer: true as const } : {}),
            ...(identifiers === undefined ? {} : { identifiers }),
            ...(isStringSet(shape, ownEntry(answer, property)) ? { stringSet: true as const } : {}),
          },
        ];
      }),
    );
  }

  /** The properties by which Azure answers what an input type sets. The SDK names the type of the answer like the input with `Response` behind. */
  #answer(ref: string): PropertyShapes {
    return this.output(`${ref}Response`);
  }

  /** The present name of a type of an earlier SDK. */
  #renamed(key: string): string | undefined {
    if (this.#formerly === undefined) {
      this.#formerly = new Map();
      for (const module of supportedModules) {
        for (const [name, shape] of Object.entries(this.#module(module)?.resources ?? {})) {
          for (const former of shape.formerly ?? []) {
            this.#formerly.set(former, `${module}:${name}`);
          }
        }
      }
    }
    return this.#formerly.get(key);
  }

  #module(name: string): ModuleShape | undefined {
    if (!this.#modules.has(name)) {
      const supported = supportedModules.has(name);
      this.#modules.set(name, supported ? readModule(new URL(`${name}.json`, this.#directory)) : undefined);
    }
    return this.#modules.get(name);
  }
}

/** Whether a list of texts comes back as an object with these texts as its keys. */
function isStringSet(shape: PropertyShape, answer: PropertyShape | undefined): boolean {
  return shape.type === "array" && shape.items?.type === "string" && answer?.type === "map";
}
