import { withAzure } from "./open-azure.ts";

/**
 * Frees the names that deleted resources hold, such as vaults in soft delete, as if their time had run out. On Azure only time does that
 * to a vault with purge protection.
 */
export function releaseDeletedNames(stateDirectory: string): Promise<void> {
  return withAzure(stateDirectory, ({ store }) => {
    store.names.releaseHeld();
  });
}
