/**
 * Lists whose items are told apart by properties of theirs, not by their place: `x-ms-identifiers` of Microsoft's API description, by `module:Resource.property` or
 * `module:Type.property`. The SDK does not hold them. A list comes in here once its identifiers have been read in the description; until then
 * its items are compared by their place, so that a mere change of their order shows as an update.
 */
export const keyedArrays: Readonly<Record<string, readonly string[]>> = {};
