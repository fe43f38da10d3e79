/**
 * Lists whose items are told apart by properties of theirs, not by their place: `x-ms-identifiers` of Microsoft's API description, by `module:Resource.property` or
 * `module:Type.property`.
 */
export const keyedArrays: Readonly<Record<string, readonly string[]>> = {};
