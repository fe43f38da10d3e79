import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { localControlPlane } from "./arm/control-plane.ts";
import { withAzure } from "./arm/open-azure.ts";
import { clusterDirectory } from "./arm/services/containerservice/cluster-effect.ts";
import { managedClusterToken } from "./arm/services/containerservice/managed-cluster.ts";
import type { HeldName } from "./arm/store/names.ts";
import type { ControlPlane } from "../kubernetes/cluster.ts";

/** What exists in a local Azure. */
export interface LocalAzureStatus {
  readonly resources: readonly {
    readonly token: string;
    readonly id: string;
    readonly provisioningState: string;
  }[];
  /** Clusters, and folders of clusters that are no more but still there. */
  readonly clusters: readonly {
    /** ARM id; the folder's path where the cluster is no resource any more. */
    readonly id: string;
    readonly processes: readonly { readonly name: string; readonly pid: number }[];
  }[];
  /** What is deleted and still holds its name, such as a vault in soft delete. */
  readonly deleted: readonly HeldName[];
}

/** Reads what exists; a folder without a local Azure has nothing, and stays as it is. */
export async function localAzureStatus(
  stateDirectory: string,
  options: { readonly controlPlane?: ControlPlane } = {},
): Promise<LocalAzureStatus> {
  const { resources, deleted } = existsSync(join(stateDirectory, "azure.db"))
    ? await withAzure(stateDirectory, (azure) => ({
        resources: azure.store.resources.all().map((resource) => ({
          token: resource.token,
          id: resource.id,
          provisioningState: resource.state,
          directory:
            resource.token === managedClusterToken ? clusterDirectory(resource.id, azure) : undefined,
        })),
        deleted: azure.store.names.held(),
      }))
    : { resources: [], deleted: [] };
  const known = new Map(
    resources.flatMap(({ id, directory }) =>
      directory === undefined ? [] : ([[resolve(directory), id]] as const),
    ),
  );
  const directories = new Set([...known.keys(), ...clusterDirectories(stateDirectory)]);
  const clusters = [];
  for (const directory of [...directories].sort()) {
    const plane = options.controlPlane ?? (await localControlPlane());
    const processes = await plane.status(directory);
    clusters.push({ id: known.get(directory) ?? directory, processes });
  }
  return {
    resources: resources.map(({ token, id, provisioningState }) => ({ token, id, provisioningState })),
    clusters,
    deleted,
  };
}

/** Folders of clusters of a checkout. */
export function clusterDirectories(stateDirectory: string): string[] {
  const root = resolve(stateDirectory, "..", "clusters");
  if (!existsSync(root)) return [];
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(root, entry.name));
}
