// The published typings of @pulumi/policy leave these exports of its proxy module out.
declare module "@pulumi/policy/proxy.js" {
  /** Thrown when a value that is unknown at preview is read through the proxy. */
  export class UnknownValueError extends Error {
    constructor(unknownTypeSentinel: string, props: readonly (string | symbol)[]);
    readonly unknownTypeSentinel: string;
    /** The names that lead to the value. */
    readonly props: readonly (string | symbol)[];
  }

  /** Wraps plain inputs so that reading an unknown value throws, and reading anything else does not change. */
  export function unknownCheckingProxy(inputs: object): object;

  /** The marker of an unknown value whose type the engine does not know either. */
  export const unknownStringValue: string;
  export const unknownArchiveValue: string;
  export const unknownArrayValue: string;
  export const unknownAssetValue: string;
  export const unknownBooleanValue: string;
  export const unknownNumberValue: string;
  export const unknownObjectValue: string;
}
