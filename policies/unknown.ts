import {
  unknownArchiveValue,
  unknownArrayValue,
  unknownAssetValue,
  unknownBooleanValue,
  unknownNumberValue,
  unknownObjectValue,
  unknownStringValue,
} from "@pulumi/policy/proxy.js";

/**
 * Values that are not known before another resource exists.
 *
 * During a preview the engine sends such a value as a marker, and `@pulumi/policy` wraps a resource's inputs in a proxy
 * that throws {@link UnknownValueError} when a marker is read. Rules are written against that behaviour. Only the
 * proxy's own module is imported, because the whole of `@pulumi/policy` brings a gRPC server along.
 */
export { UnknownValueError, unknownCheckingProxy } from "@pulumi/policy/proxy.js";
export { unknownStringValue } from "@pulumi/policy/proxy.js";

const markers: ReadonlySet<unknown> = new Set([
  unknownArchiveValue,
  unknownArrayValue,
  unknownAssetValue,
  unknownBooleanValue,
  unknownNumberValue,
  unknownObjectValue,
  unknownStringValue,
]);

/** Whether a value is one of the markers for what is not known. */
export function isUnknownMarker(value: unknown): boolean {
  return markers.has(value);
}
