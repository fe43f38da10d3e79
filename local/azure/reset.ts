import { existsSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { localControlPlane } from "./arm/control-plane.ts";
import { openAzure } from "./arm/open-azure.ts";
import { clusterDirectories } from "./status.ts";
import type { ControlPlane } from "../kubernetes/cluster.ts";

/**
 * Removes a local Azure: stops every cluster, then removes all state, secrets included. Azure's rules do not count. A cluster that
 * cannot be removed does not keep the others; its error is thrown at the end, and its folder stays.
 */
export async function resetLocalAzure(
  stateDirectory: string,
  options: { readonly controlPlane?: ControlPlane } = {},
): Promise<void> {
  const errors: unknown[] = [];
  for (const directory of clusterDirectories(stateDirectory)) {
    const plane = options.controlPlane ?? (await localControlPlane());
    try {
      await plane.remove(directory);
    } catch (error) {
      errors.push(error);
    }
  }
  rmSync(stateDirectory, { recursive: true, force: true });
  rmSync(resolve(stateDirectory, "..", "bin", "kubelogin"), { force: true });
  if (errors.length > 0)
    throw new AggregateError(errors, "some clusters of the local Azure could not be removed");
}

/**
 * Forgets what is deleted and still holds its name, such as a vault in soft delete, as if its time had run out; returns the names. On
 * Azure nothing but time does that to a vault with purge protection.
 */
export function forgetDeleted(stateDirectory: string): string[] {
  if (!existsSync(join(stateDirectory, "azure.db"))) return [];
  const { store } = openAzure(stateDirectory);
  try {
    return store.transaction(() => {
      const held = store.names.held();
      store.names.releaseHeld();
      return held.map(({ name }) => name);
    });
  } finally {
    store.close();
  }
}
