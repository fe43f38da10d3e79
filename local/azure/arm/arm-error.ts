import type { Refusal } from "./refusal.ts";
import { ArmError } from "./service.ts";

/** The error that a refusal is thrown as. */
export function errorOf(found: Refusal): ArmError {
  const detail = found.body === undefined ? found.message : JSON.stringify(found.body);
  return new ArmError(found.status, found.code, detail);
}
