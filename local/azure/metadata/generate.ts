/**
 * Derives the JSON files beside this one from the installed SDK.
 *
 *     node local/azure/metadata/generate.ts
 */
import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type {
  InvokeShape,
  JsonValue,
  ModuleShape,
  PropertyShape,
  PropertyShapes,
  ResourceShape,
  TypeShape,
} from "./model.ts";
import { pathParameters } from "./path-template.ts";
import { Declarations } from "./sdk/declarations.ts";
import { aliasTypes, resourceConstants, resourceDefaults, typeDefaults } from "./sdk/defaults.ts";
import { sdkDirectory, sdkFile } from "./sdk/installed.ts";
import { supportedInvokes, supportedResources } from "./supported.ts";

const here = path.dirname(fileURLToPath(import.meta.url));

/** The part of a module that is being filled. */
interface Draft {
  readonly resources: Record<string, ResourceShape>;
  readonly invokes: Record<string, InvokeShape>;
  readonly inputs: Record<string, PropertyShapes>;
  readonly outputs: Record<string, PropertyShapes>;
  readonly enums: Record<string, readonly (string | number)[]>;
}

/** Reads the SDK into module shapes. */
class Generator {
  readonly #sdk: string;
  readonly #modules = new Map<string, Draft>();
  readonly #inputTypes: Declarations;
  readonly #outputTypes: Declarations;
  readonly #typeDefaults: Map<string, Map<string, JsonValue>>;
  readonly #enums = new Map<string, Declarations>();

  constructor(sdk: string) {
    this.#sdk = sdk;
    this.#inputTypes = new Declarations(path.join(sdk, "types/input.d.ts"));
    this.#outputTypes = new Declarations(path.join(sdk, "types/output.d.ts"));
    this.#typeDefaults = typeDefaults(path.join(sdk, "types/input.js"));
  }

  run(): Map<string, ModuleShape> {
    for (const [name, template] of Object.entries(supportedResources)) {
      this.#resource(name, template);
    }
    for (const name of supportedInvokes) {
      this.#invoke(name);
    }
    return new Map([...this.#modules].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  #module(name: string): Draft {
    let draft = this.#modules.get(name);
    if (draft === undefined) {
      draft = { resources: {}, invokes: {}, inputs: {}, outputs: {}, enums: {} };
      this.#modules.set(name, draft);
    }
    return draft;
  }

  #resource(qualified: string, template: string): void {
    const [module, name] = split(qualified);
    const file = this.#fileOf(module, name);
    const declarations = new Declarations(`${file}.d.ts`);
    const javascript = readFileSync(`${file}.js`, "utf8");
    const defaults = resourceDefaults(javascript);
    const constants = resourceConstants(javascript);
    const inputs: Record<string, PropertyShape> = {};
    for (const [property, shape] of Object.entries(declarations.interfaceProperties(`${name}Args`))) {
      const constant = constants.get(property);
      inputs[property] = {
        ...shape,
        ...(defaults.has(property) ? { default: defaults.get(property) } : {}),
        ...(typeof constant === "string" ? { const: constant } : {}),
      };
    }
    const outputs = declarations.classProperties(name);
    this.#checkPath(qualified, template, inputs);
    const formerly = new Set(
      aliasTypes(javascript)
        .map((alias) => alias.replace(/^azure-native:/, "").replace(/\/v\d+\w*:/, ":"))
        .filter((alias) => alias !== qualified),
    );
    this.#module(module).resources[name] = {
      ...apiVersionOf(declarations.comment(name)),
      path: template,
      inputs: sorted(inputs),
      outputs: sorted(outputs),
      ...(formerly.size > 0 ? { formerly: [...formerly].sort() } : {}),
    };
    this.#collect("inputs", inputs);
    this.#collect("outputs", outputs);
  }

  #invoke(qualified: string): void {
    const [module, name] = split(qualified);
    const declarations = new Declarations(`${this.#fileOf(module, name)}.d.ts`);
    const type = name.charAt(0).toUpperCase() + name.slice(1);
    const inputs = declarations.hasInterface(`${type}Args`)
      ? declarations.interfaceProperties(`${type}Args`)
      : {};
    const outputs = declarations.interfaceProperties(`${type}Result`);
    this.#module(module).invokes[name] = {
      ...apiVersionOf(declarations.comment(name)),
      inputs: sorted(inputs),
      outputs: sorted(outputs),
    };
    this.#collect("inputs", inputs);
    this.#collect("outputs", outputs);
  }

  /** The path's parameters have to be those by which the SDK's `get…` function finds the resource. */
  #checkPath(qualified: string, template: string, inputs: PropertyShapes): void {
    const [module, name] = split(qualified);
    const getter = `get${name}`;
    const parameters = pathParameters(template).filter((parameter) => parameter !== "subscriptionId");
    const declared = new Declarations(`${this.#fileOf(module, getter)}.d.ts`).interfaceProperties(
      `Get${name}Args`,
    );
    // What is no input of the resource too is a query parameter, such as `expand`.
    const expected = Object.keys(declared).filter((parameter) => parameter in inputs);
    const missing = expected.filter((parameter) => !parameters.includes(parameter));
    const extra = parameters.filter((parameter) => !expected.includes(parameter));
    if (missing.length > 0 || extra.length > 0) {
      throw new Error(
        `the path of ${qualified} in supported.ts has the parameters ${parameters.join(", ")}; ` +
          `${getter} of the SDK has ${expected.join(", ")}: correct the path`,
      );
    }
  }

  /** Path of a class's or function's file without its ending. */
  #fileOf(module: string, name: string): string {
    const file = sdkFile(module, name, this.#sdk);
    if (file === undefined) {
      throw new Error(`the installed SDK has no '${module}:${name}'`);
    }
    return file;
  }

  /** Takes over the types that the properties refer to, and those that these refer to. */
  #collect(side: "inputs" | "outputs", properties: PropertyShapes): void {
    for (const shape of Object.values(properties)) {
      this.#collectShape(side, shape);
    }
  }

  #collectShape(side: "inputs" | "outputs", shape: TypeShape): void {
    if (shape.items !== undefined) {
      this.#collectShape(side, shape.items);
    }
    if (shape.enum !== undefined) {
      this.#collectEnum(shape.enum);
    }
    for (const ref of [...(shape.ref === undefined ? [] : [shape.ref]), ...(shape.oneOf ?? [])]) {
      this.#collectType(side, ref);
    }
  }

  #collectType(side: "inputs" | "outputs", ref: string): void {
    const [module, name] = split(ref);
    const types = this.#module(module)[side];
    if (name in types) {
      return;
    }
    const declarations = side === "inputs" ? this.#inputTypes : this.#outputTypes;
    const full = [`${module}.${name}Args`, `${module}.${name}`].find((one) => declarations.hasInterface(one));
    if (full === undefined) {
      throw new Error(`the SDK's ${side} have no type ${ref}`);
    }
    const defaults = side === "inputs" ? this.#typeDefaults.get(ref) : undefined;
    const properties: Record<string, PropertyShape> = {};
    for (const [property, shape] of Object.entries(declarations.interfaceProperties(full))) {
      properties[property] = {
        ...shape,
        ...(defaults?.has(property) === true ? { default: defaults.get(property) } : {}),
      };
    }
    types[name] = sorted(properties);
    this.#collect(side, properties);
  }

  #collectEnum(ref: string): void {
    const [module, name] = split(ref);
    const enums = this.#module(module).enums;
    if (name in enums) {
      return;
    }
    let declarations = this.#enums.get(module);
    if (declarations === undefined) {
      declarations = new Declarations(path.join(this.#sdk, "types/enums", module, "index.d.ts"));
      this.#enums.set(module, declarations);
    }
    enums[name] = declarations.enumValues(name);
  }
}

function split(qualified: string): [string, string] {
  const [module, name] = qualified.split(":");
  if (module === undefined || name === undefined) {
    throw new Error(`'${qualified}' is not of the form module:Name`);
  }
  return [module, name];
}

function apiVersionOf(comment: string): { apiVersion?: string } {
  const version = /Uses Azure REST API version (\S+?)\.\s/.exec(comment)?.[1];
  return version === undefined ? {} : { apiVersion: version };
}

function sorted<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

/** One line a resource, invoke, type and enumeration: small, and a bump of the SDK shows as a readable difference. */
function format(module: ModuleShape): string {
  const sections = [
    section("resources", module.resources),
    section("invokes", module.invokes),
    section("inputs", module.inputs),
    section("outputs", module.outputs),
    section("enums", module.enums),
  ];
  return `{${sections.join(",\n")}}\n`;
}

function section(name: string, entries: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(sorted(entries)).map(
    ([key, entry]) => `${JSON.stringify(key)}:${JSON.stringify(entry)}`,
  );
  return `${JSON.stringify(name)}:{${lines.length === 0 ? "" : `\n${lines.join(",\n")}\n`}}`;
}

/** The content of every metadata file, by file name. */
export function generate(sdk: string = sdkDirectory): Map<string, string> {
  const files = new Map<string, string>();
  for (const [name, module] of new Generator(sdk).run()) {
    files.set(`${name}.json`, format(module));
  }
  return files;
}

if (import.meta.main) {
  const files = generate();
  for (const file of readdirSync(here).filter((name) => name.endsWith(".json") && !files.has(name))) {
    rmSync(path.join(here, file));
  }
  for (const [file, text] of files) {
    writeFileSync(path.join(here, file), text);
  }
  const bytes = [...files.values()].reduce((sum, text) => sum + text.length, 0);
  console.log(
    `${files.size} modules, ${Object.keys(supportedResources).length} resource types, ${bytes} bytes`,
  );
}
