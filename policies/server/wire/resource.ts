import protobuf from "protobufjs/minimal.js";
import type { Reader } from "protobufjs/minimal.js";
import { readStruct } from "./struct.ts";

/** A resource as the engine sends it, alone before it is registered or among all of the stack. */
export interface WireResource {
  readonly type: string;
  readonly urn: string;
  readonly name: string;
  /** Inputs, in Pulumi's wire format. */
  readonly properties: Readonly<Record<string, unknown>>;
  readonly options: WireOptions;
  /** URN; empty when there is none, and where the resource comes alone: there it is an option. */
  readonly parent: string;
  readonly dependencies: readonly string[];
  /** URNs by top-level property; only in a stack. */
  readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
}

/** What a program said of a resource besides its inputs. */
export interface WireOptions {
  readonly protect: boolean;
  readonly ignoreChanges: readonly string[];
  /** `undefined` when the program did not say. */
  readonly deleteBeforeReplace: boolean | undefined;
  readonly additionalSecretOutputs: readonly string[];
  /** URNs. */
  readonly aliases: readonly string[];
  /** URN; empty when there is none. */
  readonly parent: string;
}

/** Reads an `AnalyzeRequest`. */
export function readResource(bytes: Uint8Array): WireResource {
  return readFields(protobuf.Reader.create(bytes), bytes.length);
}

/** Reads an `AnalyzeStackRequest`. Of the resources that `wanted` does not name by their type, only that is read. */
export function readStack(bytes: Uint8Array, wanted: (type: string) => boolean): readonly WireResource[] {
  const reader = protobuf.Reader.create(bytes);
  const resources: WireResource[] = [];
  while (reader.pos < reader.len) {
    const tag = reader.uint32();
    if (tag !== stackField.resources) {
      reader.skipType(tag & 7);
      continue;
    }
    const length = reader.uint32();
    const end = reader.pos + length;
    if (wanted(typeOf(reader, length))) resources.push(readFields(reader, length));
    reader.pos = end;
  }
  return resources;
}

// Tags as they stand on the wire, field number << 3 | wire type: pulumi/analyzer.proto.
const stackField = { resources: 10 } as const;
const resourceField = {
  type: 10,
  properties: 18,
  urn: 26,
  name: 34,
  options: 42,
  parent: 58,
  dependencies: 66,
  propertyDependencies: 74,
} as const;
const optionField = {
  protect: 8,
  ignoreChanges: 18,
  deleteBeforeReplace: 24,
  deleteBeforeReplaceDefined: 32,
  additionalSecretOutputs: 42,
  aliases: 50,
  parent: 66,
} as const;
const entryField = { key: 10, value: 18 } as const;
const dependenciesField = { urns: 10 } as const;

const noOptions: WireOptions = {
  protect: false,
  ignoreChanges: [],
  deleteBeforeReplace: undefined,
  additionalSecretOutputs: [],
  aliases: [],
  parent: "",
};

/** Looks ahead for the type, and leaves the reader where it was. */
function typeOf(reader: Reader, length: number): string {
  const start = reader.pos;
  const end = start + length;
  let type = "";
  while (type === "" && reader.pos < end) {
    const tag = reader.uint32();
    if (tag === resourceField.type) type = reader.string();
    else reader.skipType(tag & 7);
  }
  reader.pos = start;
  return type;
}

function readFields(reader: Reader, length: number): WireResource {
  const end = reader.pos + length;
  let [type, urn, name, parent] = ["", "", "", ""];
  let properties: Record<string, unknown> = {};
  let options = noOptions;
  const dependencies: string[] = [];
  const propertyDependencies: Record<string, readonly string[]> = {};
  while (reader.pos < end) {
    const tag = reader.uint32();
    switch (tag) {
      case resourceField.type:
        type = reader.string();
        break;
      case resourceField.properties:
        properties = readStruct(reader, reader.uint32());
        break;
      case resourceField.urn:
        urn = reader.string();
        break;
      case resourceField.name:
        name = reader.string();
        break;
      case resourceField.options:
        options = readOptions(reader, reader.uint32());
        break;
      case resourceField.parent:
        parent = reader.string();
        break;
      case resourceField.dependencies:
        dependencies.push(reader.string());
        break;
      case resourceField.propertyDependencies: {
        const [property, urns] = readPropertyDependencies(reader, reader.uint32());
        propertyDependencies[property] = urns;
        break;
      }
      default:
        reader.skipType(tag & 7);
    }
  }
  return { type, urn, name, properties, options, parent, dependencies, propertyDependencies };
}

function readOptions(reader: Reader, length: number): WireOptions {
  const end = reader.pos + length;
  let [protect, deleteBeforeReplace, defined] = [false, false, false];
  let parent = "";
  const ignoreChanges: string[] = [];
  const additionalSecretOutputs: string[] = [];
  const aliases: string[] = [];
  while (reader.pos < end) {
    const tag = reader.uint32();
    switch (tag) {
      case optionField.protect:
        protect = reader.bool();
        break;
      case optionField.ignoreChanges:
        ignoreChanges.push(reader.string());
        break;
      case optionField.deleteBeforeReplace:
        deleteBeforeReplace = reader.bool();
        break;
      case optionField.deleteBeforeReplaceDefined:
        defined = reader.bool();
        break;
      case optionField.additionalSecretOutputs:
        additionalSecretOutputs.push(reader.string());
        break;
      case optionField.aliases:
        aliases.push(reader.string());
        break;
      case optionField.parent:
        parent = reader.string();
        break;
      default:
        reader.skipType(tag & 7);
    }
  }
  return {
    protect,
    ignoreChanges,
    deleteBeforeReplace: defined || deleteBeforeReplace ? deleteBeforeReplace : undefined,
    additionalSecretOutputs,
    aliases,
    parent,
  };
}

function readPropertyDependencies(reader: Reader, length: number): [string, readonly string[]] {
  const end = reader.pos + length;
  let property = "";
  const urns: string[] = [];
  while (reader.pos < end) {
    const tag = reader.uint32();
    if (tag === entryField.key) property = reader.string();
    else if (tag === entryField.value) readUrns(reader, reader.uint32(), urns);
    else reader.skipType(tag & 7);
  }
  return [property, urns];
}

function readUrns(reader: Reader, length: number, urns: string[]): void {
  const end = reader.pos + length;
  while (reader.pos < end) {
    const tag = reader.uint32();
    if (tag === dependenciesField.urns) urns.push(reader.string());
    else reader.skipType(tag & 7);
  }
}
