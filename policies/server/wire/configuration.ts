import protobuf from "protobufjs/minimal.js";
import type { Reader } from "protobufjs/minimal.js";
import { readStruct } from "./struct.ts";

/** What the engine configures for a rule. */
export interface WireConfiguration {
  /** The engine's number. */
  readonly enforcementLevel: number;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Reads a `ConfigureAnalyzerRequest`: a configuration for each rule, by id. The engine sends one of every rule, at every start. */
export function readConfiguration(bytes: Uint8Array): ReadonlyMap<string, WireConfiguration> {
  const reader = protobuf.Reader.create(bytes);
  const configuration = new Map<string, WireConfiguration>();
  while (reader.pos < reader.len) {
    const tag = reader.uint32();
    if (tag !== requestField.policyConfig) {
      reader.skipType(tag & 7);
      continue;
    }
    const end = reader.uint32() + reader.pos;
    let id = "";
    let config: WireConfiguration = { enforcementLevel: 0, properties: {} };
    while (reader.pos < end) {
      const inner = reader.uint32();
      if (inner === entryField.key) id = reader.string();
      else if (inner === entryField.value) config = readConfig(reader, reader.uint32());
      else reader.skipType(inner & 7);
    }
    configuration.set(id, config);
  }
  return configuration;
}

// Tags as they stand on the wire, field number << 3 | wire type: pulumi/analyzer.proto.
const requestField = { policyConfig: 10 } as const;
const entryField = { key: 10, value: 18 } as const;
const configField = { enforcementLevel: 8, properties: 18 } as const;

function readConfig(reader: Reader, length: number): WireConfiguration {
  const end = reader.pos + length;
  let enforcementLevel = 0;
  let properties: Record<string, unknown> = {};
  while (reader.pos < end) {
    const tag = reader.uint32();
    if (tag === configField.enforcementLevel) enforcementLevel = reader.int32();
    else if (tag === configField.properties) properties = readStruct(reader, reader.uint32());
    else reader.skipType(tag & 7);
  }
  return { enforcementLevel, properties };
}
