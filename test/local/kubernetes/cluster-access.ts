import { AppsV1Api, BatchV1Api, CoreV1Api, KubeConfig } from "@kubernetes/client-node";
import { setTimeout as sleep } from "node:timers/promises";

/** Clients for the cluster of a kubeconfig. */
export interface ClusterAccess {
  readonly core: CoreV1Api;
  readonly apps: AppsV1Api;
  readonly batch: BatchV1Api;
}

/** Reads a kubeconfig (YAML) with the official client. */
export function accessWith(kubeconfig: string, token?: string): ClusterAccess {
  const config = new KubeConfig();
  config.loadFromString(kubeconfig);
  const [cluster] = config.clusters;
  if (token !== undefined && cluster) {
    config.loadFromClusterAndUser(cluster, { name: "bearer", token });
  }
  return {
    core: config.makeApiClient(CoreV1Api),
    apps: config.makeApiClient(AppsV1Api),
    batch: config.makeApiClient(BatchV1Api),
  };
}

/** Waits until something is so; fails with what was seen last when it takes longer than half a minute. */
export async function eventually(what: string, look: () => Promise<boolean> | boolean, timeoutMs = 30_000) {
  const end = Date.now() + timeoutMs;
  let last: unknown;
  while (Date.now() < end) {
    try {
      if (await look()) return;
      last = undefined;
    } catch (error) {
      last = error;
    }
    await sleep(50);
  }
  throw new Error(`${what}: not within ${timeoutMs} ms`, { cause: last });
}
