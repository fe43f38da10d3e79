import protobuf from "protobufjs/minimal.js";
import type { Reader, Writer } from "protobufjs/minimal.js";

/**
 * Reads a `google.protobuf.Struct` straight into a plain object.
 *
 * Inputs come in such messages, and the engine sends all of a stack at once. The generated classes build a message and a
 * map entry for each value first, which takes about ten times as long.
 */
export function readStruct(reader: Reader, length: number): Record<string, unknown> {
  const end = reader.pos + length;
  const fields: Record<string, unknown> = {};
  while (reader.pos < end) {
    const tag = reader.uint32();
    if (tag === structField.fields) readField(reader, reader.uint32(), fields);
    else reader.skipType(tag & 7);
  }
  return fields;
}

// Tags as they stand on the wire, field number << 3 | wire type: google/protobuf/struct.proto.
const structField = { fields: 10 } as const;
const entryField = { key: 10, value: 18 } as const;
const valueKind = { null: 8, number: 17, string: 26, bool: 32, struct: 42, list: 50 } as const;
const listField = { values: 10 } as const;

function readField(reader: Reader, length: number, fields: Record<string, unknown>): void {
  const end = reader.pos + length;
  let key = "";
  let value: unknown = null;
  while (reader.pos < end) {
    const tag = reader.uint32();
    if (tag === entryField.key) key = reader.string();
    else if (tag === entryField.value) value = readValue(reader, reader.uint32());
    else reader.skipType(tag & 7);
  }
  // A plain assignment to `__proto__` would set the prototype.
  if (key === "__proto__")
    Object.defineProperty(fields, key, { value, enumerable: true, configurable: true, writable: true });
  else fields[key] = value;
}

function readValue(reader: Reader, length: number): unknown {
  const end = reader.pos + length;
  let value: unknown = null;
  while (reader.pos < end) {
    const tag = reader.uint32();
    switch (tag) {
      case valueKind.null:
        reader.int32();
        value = null;
        break;
      case valueKind.number:
        value = reader.double();
        break;
      case valueKind.string:
        value = reader.string();
        break;
      case valueKind.bool:
        value = reader.bool();
        break;
      case valueKind.struct:
        value = readStruct(reader, reader.uint32());
        break;
      case valueKind.list:
        value = readList(reader, reader.uint32());
        break;
      default:
        reader.skipType(tag & 7);
    }
  }
  return value;
}

function readList(reader: Reader, length: number): unknown[] {
  const end = reader.pos + length;
  const values: unknown[] = [];
  while (reader.pos < end) {
    const tag = reader.uint32();
    if (tag === listField.values) values.push(readValue(reader, reader.uint32()));
    else reader.skipType(tag & 7);
  }
  return values;
}

/** A plain object as a `google.protobuf.Struct`. */
export function structBytes(fields: Readonly<Record<string, unknown>>): Uint8Array {
  const writer = protobuf.Writer.create();
  writeStruct(writer, fields);
  // The generated classes take no subclass, such as Buffer.
  return new Uint8Array(writer.finish());
}

/** Writes a plain object as the fields of a `google.protobuf.Struct`; what JSON does not have is left out. */
export function writeStruct(writer: Writer, fields: Readonly<Record<string, unknown>>): void {
  for (const [key, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    writer.uint32(structField.fields).fork();
    writer.uint32(entryField.key).string(key);
    writer.uint32(entryField.value).fork();
    writeValue(writer, value);
    writer.ldelim().ldelim();
  }
}

function writeValue(writer: Writer, value: unknown): void {
  if (typeof value === "string") writer.uint32(valueKind.string).string(value);
  else if (typeof value === "number") writer.uint32(valueKind.number).double(value);
  else if (typeof value === "boolean") writer.uint32(valueKind.bool).bool(value);
  else if (Array.isArray(value)) {
    writer.uint32(valueKind.list).fork();
    for (const element of value) {
      writer.uint32(listField.values).fork();
      writeValue(writer, element);
      writer.ldelim();
    }
    writer.ldelim();
  } else if (typeof value === "object" && value !== null) {
    writer.uint32(valueKind.struct).fork();
    writeStruct(writer, Object.fromEntries(Object.entries(value)));
    writer.ldelim();
  } else writer.uint32(valueKind.null).int32(0);
}
