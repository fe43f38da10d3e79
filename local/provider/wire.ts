/** Property values to and from `google.protobuf.Struct`, the form in which they travel between engine and provider. */
import structPb from "google-protobuf/google/protobuf/struct_pb.js";
import { Signature, SIGNATURE_KEY, UnknownSentinel, type UnknownKind } from "./signatures.ts";
import {
  Archive,
  Asset,
  OutputValue,
  ResourceReference,
  Secret,
  Unknown,
  isMap,
  type PropertyMap,
  type PropertyValue,
} from "./values.ts";

type Struct = structPb.Struct;
type Value = structPb.Value;

const kindOfSentinel = new Map<string, UnknownKind>();
for (const kind of ["string", "boolean", "number", "array", "asset", "archive", "object"] as const) {
  kindOfSentinel.set(UnknownSentinel[kind], kind);
}

/** A value that does not keep the protocol: a special object with a missing or mistyped part, or one of a kind unknown here. */
export class WireError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "WireError";
  }
}

/** The properties in a struct; none when there is no struct. */
export function decodeStruct(struct: Struct | undefined): PropertyMap {
  const map: PropertyMap = {};
  struct?.getFieldsMap().forEach((value, key) => {
    map[key] = decodeValue(value);
  });
  return map;
}

/** The struct that carries the properties. A key whose value is `undefined` is left out. */
export function encodeStruct(map: PropertyMap): Struct {
  if (Object.hasOwn(map, SIGNATURE_KEY)) {
    throw new WireError(`The property key "${SIGNATURE_KEY}" is reserved for Pulumi's special values.`);
  }
  return structOf(map);
}

function decodeValue(value: Value): PropertyValue {
  switch (value.getKindCase()) {
    case structPb.Value.KindCase.BOOL_VALUE:
      return value.getBoolValue();
    case structPb.Value.KindCase.NUMBER_VALUE:
      return value.getNumberValue();
    case structPb.Value.KindCase.STRING_VALUE: {
      const text = value.getStringValue();
      const kind = kindOfSentinel.get(text);
      return kind === undefined ? text : new Unknown(kind);
    }
    case structPb.Value.KindCase.LIST_VALUE:
      return (value.getListValue()?.getValuesList() ?? []).map(decodeValue);
    case structPb.Value.KindCase.STRUCT_VALUE:
      return decodeObject(decodeStruct(value.getStructValue()));
    case structPb.Value.KindCase.NULL_VALUE:
    case structPb.Value.KindCase.KIND_NOT_SET:
      return null;
  }
}

/** An object, or the special value that its signature says. */
function decodeObject(map: PropertyMap): PropertyValue {
  const signature = map[SIGNATURE_KEY];
  switch (signature) {
    case undefined:
      return map;
    case Signature.secret:
      if (map["value"] === undefined) {
        throw new WireError("A secret has no value.");
      }
      return new Secret(map["value"]);
    case Signature.asset:
      return new Asset({
        hash: text(map, "hash"),
        text: text(map, "text"),
        path: text(map, "path"),
        uri: text(map, "uri"),
      });
    case Signature.archive:
      return new Archive({
        hash: text(map, "hash"),
        assets: archiveEntries(map["assets"]),
        path: text(map, "path"),
        uri: text(map, "uri"),
      });
    case Signature.resource: {
      const urn = text(map, "urn");
      if (urn === undefined) {
        throw new WireError("A resource reference has no urn.");
      }
      const id = map["id"];
      return new ResourceReference(
        urn,
        id instanceof Unknown ? id : text(map, "id"),
        text(map, "packageVersion"),
      );
    }
    case Signature.output:
      return new OutputValue(map["value"], map["secret"] === true, texts(map["dependencies"]));
    default:
      throw new WireError(
        `An object has the signature ${JSON.stringify(signature)}, which is not known here.`,
      );
  }
}

/** A text of a special object; absent and null mean the same. */
function text(map: PropertyMap, key: string): string | undefined {
  const value = map[key] ?? undefined;
  if (value !== undefined && typeof value !== "string") {
    throw new WireError(`The part "${key}" of a special value must be a string.`);
  }
  return value;
}

function texts(value: PropertyValue | undefined): string[] {
  if (value === undefined || value === null) {
    return [];
  }
  if (!Array.isArray(value) || !value.every((item) => typeof item === "string")) {
    throw new WireError("The dependencies of an output must be strings.");
  }
  return value;
}

function archiveEntries(value: PropertyValue | undefined): Record<string, Asset | Archive> | undefined {
  if (value === undefined || value === null) {
    return undefined;
  }
  if (!isMap(value)) {
    throw new WireError("The assets of an archive must be an object.");
  }
  const entries: Record<string, Asset | Archive> = {};
  for (const [path, entry] of Object.entries(value)) {
    if (!(entry instanceof Asset) && !(entry instanceof Archive)) {
      throw new WireError(`The entry "${path}" of an archive must be an asset or an archive.`);
    }
    entries[path] = entry;
  }
  return entries;
}

function encodeValue(value: PropertyValue): Value {
  const message = new structPb.Value();
  if (value === null) {
    return message.setNullValue(structPb.NullValue.NULL_VALUE);
  }
  if (typeof value === "boolean") {
    return message.setBoolValue(value);
  }
  if (typeof value === "number") {
    return message.setNumberValue(value);
  }
  if (typeof value === "string") {
    return message.setStringValue(value);
  }
  if (Array.isArray(value)) {
    return message.setListValue(new structPb.ListValue().setValuesList(value.map(encodeValue)));
  }
  if (value instanceof Unknown) {
    return message.setStringValue(UnknownSentinel[value.kind]);
  }
  return message.setStructValue(isMap(value) ? encodeStruct(value) : structOf(specialObject(value)));
}

/** The object that stands for a special value. */
function specialObject(value: Secret | Asset | Archive | ResourceReference | OutputValue): PropertyMap {
  if (value instanceof Secret) {
    return { [SIGNATURE_KEY]: Signature.secret, value: value.value };
  }
  if (value instanceof Asset) {
    return withDefined(Signature.asset, { ...value.content });
  }
  if (value instanceof Archive) {
    return withDefined(Signature.archive, { ...value.content, assets: value.content.assets });
  }
  if (value instanceof ResourceReference) {
    return withDefined(Signature.resource, {
      urn: value.urn,
      id: value.id,
      packageVersion: value.packageVersion,
    });
  }
  return withDefined(Signature.output, {
    value: value.value,
    secret: value.secret ? true : undefined,
    dependencies: value.dependencies.length === 0 ? undefined : [...value.dependencies],
  });
}

function withDefined(signature: string, parts: Record<string, PropertyValue | undefined>): PropertyMap {
  const object: PropertyMap = { [SIGNATURE_KEY]: signature };
  for (const [key, value] of Object.entries(parts)) {
    if (value !== undefined) {
      object[key] = value;
    }
  }
  return object;
}

function structOf(map: Readonly<Record<string, PropertyValue | undefined>>): Struct {
  const struct = new structPb.Struct();
  const fields = struct.getFieldsMap();
  for (const [key, value] of Object.entries(map)) {
    if (key === "__proto__") {
      throw new WireError(
        `A property named "__proto__" gets lost in google-protobuf's maps: use another name.`,
      );
    }
    if (value !== undefined) {
      fields.set(key, encodeValue(value));
    }
  }
  return struct;
}
