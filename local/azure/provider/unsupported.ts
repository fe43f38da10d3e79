/** What the local Azure does not have, refused by name: it never makes up an answer. */
import { NotImplementedError } from "../../provider/errors.ts";
import { sdkHas } from "../metadata/sdk/installed.ts";

const remedy =
  "Add it to local/azure/metadata/supported.ts and describe it in local/azure/arm/services, or open an issue that names it.";

/** A resource type: one that the SDK does not know is not found, as the real provider says; any other is not implemented here. */
export function unsupportedType(token: string): Error {
  return sdkHas(token)
    ? new NotImplementedError(`not implemented in the local Azure: ${token}. ${remedy}`)
    : new Error(`Resource type ${token} not found`);
}

/** A function. */
export function unsupportedInvoke(token: string): Error {
  return sdkHas(token)
    ? new NotImplementedError(`not implemented in the local Azure: ${token}. ${remedy}`)
    : new Error(`Invoke type ${token} not found`);
}
