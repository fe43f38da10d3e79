/** Property values as the Pulumi engine and a provider exchange them, typed. Their wire form is in `./wire.ts`. */
import type { UnknownKind } from "./signatures.ts";

/** Any value of an input or output property. */
export type PropertyValue =
  | null
  | boolean
  | number
  | string
  | PropertyValue[]
  | PropertyMap
  | Secret
  | Unknown
  | Asset
  | Archive
  | ResourceReference
  | OutputValue;

/** The inputs or outputs of a resource, or an object inside of them. */
export type PropertyMap = { [key: string]: PropertyValue };

/** A value without anything special in it: plain JSON. Every plain value is a property value as it stands. */
export type PlainValue = null | boolean | number | string | PlainValue[] | PlainMap;

/** A JSON object. */
export type PlainMap = { [key: string]: PlainValue };

/** A value that the engine encrypts in its state and hides in its output. */
export class Secret {
  readonly value: PropertyValue;

  constructor(value: PropertyValue) {
    this.value = value;
  }
}

/** A value that is known only when something else was created. Occurs during a preview only. */
export class Unknown {
  /** What the value will be; `string` also when nothing is known about it. */
  readonly kind: UnknownKind;

  constructor(kind: UnknownKind = "string") {
    this.kind = kind;
  }
}

/** Where the bytes of an asset are. One of `text`, `path` and `uri` is set; none when the engine kept the hash alone. */
export interface AssetContent {
  /** SHA-256 of the content in lower-case hex, as the engine computed it. */
  readonly hash?: string;
  /** The content itself. */
  readonly text?: string;
  /** A path on this machine, relative to the program's folder. */
  readonly path?: string;
  /** A `file:`, `http:` or `https:` URI. */
  readonly uri?: string;
}

/** A file that is passed as a property. */
export class Asset {
  readonly content: AssetContent;

  constructor(content: AssetContent) {
    this.content = content;
  }
}

/** Where the content of an archive is. One of `assets`, `path` and `uri` is set; none when the engine kept the hash alone. */
export interface ArchiveContent {
  /** SHA-256 of the content in lower-case hex, as the engine computed it. */
  readonly hash?: string;
  /** Entries by their path in the archive. */
  readonly assets?: Readonly<Record<string, Asset | Archive>>;
  /** A folder or an archive file on this machine, relative to the program's folder. */
  readonly path?: string;
  /** A `file:`, `http:` or `https:` URI. */
  readonly uri?: string;
}

/** A folder of files that is passed as a property. */
export class Archive {
  readonly content: ArchiveContent;

  constructor(content: ArchiveContent) {
    this.content = content;
  }
}

/** A resource that is passed as a property. */
export class ResourceReference {
  readonly urn: string;
  /** The provider's id; absent for a component, unknown (or empty, as older engines say it) while the resource does not exist. */
  readonly id: string | Unknown | undefined;
  /** Version of the package that the resource's class comes from. */
  readonly packageVersion: string | undefined;

  constructor(urn: string, id?: string | Unknown, packageVersion?: string) {
    this.urn = urn;
    this.id = id;
    this.packageVersion = packageVersion;
  }
}

/** A value with what Pulumi's program knows about it. Sent only to providers that accept outputs. */
export class OutputValue {
  /** `undefined` when the value is not known yet. */
  readonly value: PropertyValue | undefined;
  readonly secret: boolean;
  /** URNs of the resources the value comes from. */
  readonly dependencies: readonly string[];

  constructor(value: PropertyValue | undefined, secret = false, dependencies: readonly string[] = []) {
    this.value = value;
    this.secret = secret;
    this.dependencies = dependencies;
  }
}

/** Whether the value is an object with properties, and none of the special values. */
export function isMap(value: PropertyValue | undefined): value is PropertyMap {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Secret) &&
    !(value instanceof Unknown) &&
    !(value instanceof Asset) &&
    !(value instanceof Archive) &&
    !(value instanceof ResourceReference) &&
    !(value instanceof OutputValue)
  );
}

/** Whether the value itself is secret, wherever it comes from. Does not look inside: see {@link containsSecret}. */
export function isSecret(value: PropertyValue | undefined): boolean {
  return value instanceof Secret || (value instanceof OutputValue && value.secret);
}

/** Whether the value itself is unknown, secret or not. Does not look inside: see {@link containsUnknown}. */
export function isUnknown(value: PropertyValue | undefined): boolean {
  if (value instanceof Secret) {
    return isUnknown(value.value);
  }
  if (value instanceof OutputValue) {
    return value.value === undefined || isUnknown(value.value);
  }
  return value instanceof Unknown;
}

/** Whether the value or anything inside of it is secret. */
export function containsSecret(value: PropertyValue | undefined): boolean {
  return isSecret(value) || children(value).some(containsSecret);
}

/** Whether the value or anything inside of it is unknown. */
export function containsUnknown(value: PropertyValue | undefined): boolean {
  return isUnknown(value) || children(value).some(containsUnknown);
}

/** The value without its secret mark; an output's value is unwrapped too, unknown when it is not known. */
export function unwrap(value: PropertyValue): Exclude<PropertyValue, Secret | OutputValue> {
  if (value instanceof Secret) {
    return unwrap(value.value);
  }
  if (value instanceof OutputValue) {
    return value.value === undefined ? new Unknown() : unwrap(value.value);
  }
  return value;
}

/** The value marked secret; never marked twice. */
export function secret(value: PropertyValue): Secret {
  return value instanceof Secret ? value : new Secret(value);
}

/** The values directly inside of a value. */
function children(value: PropertyValue | undefined): PropertyValue[] {
  if (Array.isArray(value)) {
    return value;
  }
  if (value instanceof Secret) {
    return [value.value];
  }
  if (value instanceof OutputValue) {
    return value.value === undefined ? [] : [value.value];
  }
  if (value instanceof Archive) {
    return Object.values(value.content.assets ?? {});
  }
  return isMap(value) ? Object.values(value) : [];
}
