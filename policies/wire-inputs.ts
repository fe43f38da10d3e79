import { isUnknownMarker, unknownCheckingProxy, unknownStringValue } from "./unknown.ts";

/** A resource's inputs as plain values, and what the wire format said about them besides. */
export interface PlainInputs {
  /** Unknown values stand as the marker that the unknown-checking proxy recognizes. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Whether any value is unknown. */
  readonly hasUnknown: boolean;
  /** Paths of secret values. */
  readonly secretPaths: ReadonlySet<string>;
  /** By top-level property: the URNs of the resources whose outputs it was made of. */
  readonly dependencies: Readonly<Record<string, readonly string[]>>;
}

// Pulumi's wire format marks a special value by a signature key; these are fixed by the protocol.
const signatureKey = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";
const outputSignature = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

/** Reads inputs in Pulumi's wire format: secrets and outputs are unwrapped, wherever they are nested. */
export function readWireInputs(inputs: Readonly<Record<string, unknown>>): PlainInputs {
  const values: Record<string, unknown> = {};
  const notes: Notes = { secretPaths: new Set(), urns: new Set(), hasUnknown: false };
  const dependencies: Record<string, readonly string[]> = {};
  for (const [property, wireValue] of Object.entries(inputs)) {
    values[property] = read(wireValue, property, notes);
    if (notes.urns.size === 0) continue;
    dependencies[property] = [...notes.urns];
    notes.urns.clear();
  }
  return { values, hasUnknown: notes.hasUnknown, secretPaths: notes.secretPaths, dependencies };
}

/** The inputs as rules read them: an unknown value throws. Where all is known, nothing stands between a rule and the values. */
export function checkedInputs({ values, hasUnknown }: PlainInputs): object {
  return hasUnknown ? unknownCheckingProxy(values) : values;
}

interface Notes {
  readonly secretPaths: Set<string>;
  /** Of the property that is being read. */
  readonly urns: Set<string>;
  hasUnknown: boolean;
}

/** What holds nothing special is returned as it is, and not copied. */
function read(value: unknown, path: string, notes: Notes): unknown {
  if (typeof value === "string") {
    if (isUnknownMarker(value)) notes.hasUnknown = true;
    return value;
  }
  if (Array.isArray(value)) return readList(value, path, notes);
  if (!isObject(value)) return value;
  const signature = value[signatureKey];
  if (signature === secretSignature) {
    notes.secretPaths.add(path);
    return read(value["value"], path, notes);
  }
  if (signature === outputSignature) {
    if (value["secret"] === true) notes.secretPaths.add(path);
    const urns = value["dependencies"];
    if (Array.isArray(urns)) for (const urn of urns) if (typeof urn === "string") notes.urns.add(urn);
    return read("value" in value ? value["value"] : unknownStringValue, path, notes);
  }
  // Assets, archives and references to resources stay as they are: no rule looks into them.
  return readObject(value, path, notes);
}

function readList(list: readonly unknown[], path: string, notes: Notes): readonly unknown[] {
  let copy: unknown[] | undefined;
  for (const [index, element] of list.entries()) {
    const plain = read(element, `${path}[${index}]`, notes);
    if (plain === element) continue;
    copy ??= [...list];
    copy[index] = plain;
  }
  return copy ?? list;
}

function readObject(
  object: Readonly<Record<string, unknown>>,
  path: string,
  notes: Notes,
): Readonly<Record<string, unknown>> {
  let copy: Record<string, unknown> | undefined;
  for (const key of Object.keys(object)) {
    const member = object[key];
    const plain = read(member, `${path}.${key}`, notes);
    if (plain === member) continue;
    copy ??= { ...object };
    copy[key] = plain;
  }
  return copy ?? object;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
