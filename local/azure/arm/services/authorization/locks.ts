import { idKey } from "../../arm-id.ts";
import type { Azure } from "../../azure.ts";
import { refusal, type Refusal } from "../../refusal.ts";
import { managementLockToken } from "./management-lock.ts";

/** What Azure answers to the delete of something that a lock covers: on it, around it or inside of it. Undefined if none does. */
export function lockedScope(id: string, azure: Azure, named = id): Refusal | undefined {
  for (const lock of azure.store.resources.ofToken(managementLockToken)) {
    // A lock can always be deleted itself.
    if (idKey(lock.id) === idKey(id)) return undefined;
    const scope = lock.id.slice(0, lock.id.toLowerCase().lastIndexOf("/providers/"));
    const [one, other] = [idKey(id), idKey(scope)];
    if (one !== other && !one.startsWith(`${other}/`) && !other.startsWith(`${one}/`)) continue;
    return refusal(
      409,
      "ScopeLocked",
      `The scope '${named}' cannot perform delete operation because following scope(s) are locked: '${scope}'. Please remove the lock and try again.`,
    );
  }
  return undefined;
}
