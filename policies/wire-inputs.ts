import { unknownStringValue } from "./unknown.ts";

/** A resource's inputs as plain values, and what the wire format said about them besides. */
export interface PlainInputs {
  /** Unknown values stand as the marker that the unknown-checking proxy recognizes. */
  readonly values: Readonly<Record<string, unknown>>;
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
  const secretPaths = new Set<string>();
  const dependencies: Record<string, readonly string[]> = {};
  for (const [property, wireValue] of Object.entries(inputs)) {
    const urns = new Set<string>();
    values[property] = read(wireValue, property, { secretPaths, urns });
    if (urns.size > 0) dependencies[property] = [...urns];
  }
  return { values, secretPaths, dependencies };
}

interface Notes {
  readonly secretPaths: Set<string>;
  readonly urns: Set<string>;
}

function read(value: unknown, path: string, notes: Notes): unknown {
  if (Array.isArray(value))
    return value.map((element: unknown, index) => read(element, `${path}[${index}]`, notes));
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
    return "value" in value ? read(value["value"], path, notes) : unknownStringValue;
  }
  // Assets, archives and references to resources stay as they are: no rule looks into them.
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, read(member, `${path}.${key}`, notes)]),
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
