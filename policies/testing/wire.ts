import { deserializeProperties } from "@pulumi/policy/deserialize.js";
import structProto from "google-protobuf/google/protobuf/struct_pb.js";
import { unknownCheckingProxy, unknownStringValue } from "../unknown.ts";
import { readWireInputs } from "../wire-inputs.ts";

/** Stands in a test for a value that is not known at preview. */
export const unknown: unknown = Object.freeze({ unknown: true });

/** A secret value in the inputs of a test. */
class Secret {
  readonly value: unknown;

  constructor(value: unknown) {
    this.value = value;
  }
}

/** Marks a value as a Pulumi secret. */
export function secret(value: unknown): unknown {
  return new Secret(value);
}

/**
 * The inputs as a policy gets them from the engine: sent through Pulumi's wire format, read by `@pulumi/policy`, which
 * unwraps secrets, and wrapped in its proxy, which throws when an unknown value is read.
 */
export function engineInputs(inputs: Readonly<Record<string, unknown>>): object {
  return unknownCheckingProxy(
    deserializeProperties(structProto.Struct.fromJavaScript(wireObject(inputs)), false),
  );
}

/** The inputs in Pulumi's wire format, as a program sends them to the engine. */
export function wireInputs(inputs: Readonly<Record<string, unknown>>): Record<string, WireValue> {
  return wireObject(inputs);
}

/** The paths of the secrets among the inputs. */
export function secretPathsOf(inputs: Readonly<Record<string, unknown>>): ReadonlySet<string> {
  return readWireInputs(wireObject(inputs)).secretPaths;
}

type WireValue = null | boolean | number | string | WireValue[] | { [name: string]: WireValue };

const signatureKey = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";

function wire(value: unknown): WireValue {
  if (value === unknown) return unknownStringValue;
  if (value instanceof Secret) return { [signatureKey]: secretSignature, value: wire(value.value) };
  if (typeof value === "boolean" || typeof value === "number" || typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(wire);
  if (typeof value === "object" && value !== null) return wireObject(value);
  return null;
}

function wireObject(object: object): { [name: string]: WireValue } {
  return Object.fromEntries(
    Object.entries(object)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, wire(value)]),
  );
}
