/** Keys that the provider adds to a resource's inputs or outputs for itself. Those that begin with two underscores never count as a difference. */

/** Input: the resource was named at random, so that a replacement can be created first. */
export const createdBeforeDelete = "__createBeforeDelete";

/** Input and output: the API version the resource is written with, so that a new SDK's version shows as a difference. */
export const apiVersionKey = "azureApiVersion";

/** Whether a key is the provider's own and no property of the resource. */
export function isBookkeeping(key: string): boolean {
  return key.startsWith("__");
}
