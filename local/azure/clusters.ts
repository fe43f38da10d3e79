import { existsSync } from "node:fs";
import { join } from "node:path";
import { localControlPlane } from "./arm/control-plane.ts";
import { withAzure } from "./arm/open-azure.ts";
import { clusterEffect } from "./arm/services/containerservice/cluster-effect.ts";
import { managedClusterToken } from "./arm/services/containerservice/managed-cluster.ts";
import type { ControlPlane } from "../kubernetes/cluster.ts";

/**
 * Starts again every cluster whose processes died, in a reboot for example. A cluster that runs is left alone: its supervisor starts
 * what ends by itself.
 */
export async function ensureClusters(stateDirectory: string, controlPlane?: ControlPlane): Promise<void> {
  if (!existsSync(join(stateDirectory, "azure.db"))) return;
  await withAzure(stateDirectory, async (azure) => {
    const clusters = azure.store.resources
      .ofToken(managedClusterToken)
      .filter(({ state }) => state === "Succeeded");
    if (clusters.length === 0) return;
    const plane = controlPlane ?? (await localControlPlane());
    await Promise.all(
      clusters.map(async ({ id }) => {
        await clusterEffect.revive?.(id, {
          azure,
          resource: () => azure.find(id),
          controlPlane: () => Promise.resolve(plane),
          signal: undefined,
        });
      }),
    );
  });
}
