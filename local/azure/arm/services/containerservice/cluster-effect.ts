import { createHash } from "node:crypto";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { idKey, subscriptionOf } from "../../arm-id.ts";
import type { Azure } from "../../azure.ts";
import { object, number, text, texts } from "../../body.ts";
import type { Effect, EffectContext, Resource } from "../../resource-type.ts";
import { personToken } from "../../../entra/person-token.ts";
import { writeKubelogin } from "../../../entra/write-kubelogin.ts";
import type { ClusterSpec, ControlPlane, NodePool } from "../../../../kubernetes/cluster.ts";
import { supervisorName } from "../../../../kubernetes/running-processes.ts";
import { fullVersion } from "./kubernetes-versions.ts";
import { poolsOf } from "./pool-conflicts.ts";

/** A cluster's control plane: started with the cluster, brought back when it died, removed with it. */
export const clusterEffect: Effect = {
  apply: ensure,
  revive: async (id, context) => {
    const plane = await context.controlPlane();
    if (!(await isRunning(plane, clusterDirectory(id, context.azure)))) await ensure(id, context);
  },
  remove: async (_id, context) => {
    const cluster = context.resource();
    if (cluster === undefined) return;
    const plane = await context.controlPlane();
    await inTurn(cluster.id, () => plane.remove(clusterDirectory(cluster.id, context.azure)));
  },
};

/** Folder of one cluster: its name, for people, and what tells it from a namesake in another group. */
export function clusterDirectory(id: string, azure: Azure): string {
  const name = id.slice(id.lastIndexOf("/") + 1).toLowerCase();
  const hash = createHash("sha256").update(idKey(id)).digest("hex").slice(0, 8);
  return join(azure.store.directory, "..", "clusters", `${name}-${hash}`);
}

/** Whether a cluster runs: its supervisor starts again what ends by itself. */
export async function isRunning(plane: ControlPlane, directory: string): Promise<boolean> {
  return (await plane.status(directory)).some(({ name }) => name === supervisorName);
}

/** Makes the nodes what the pools in the state say. */
export async function applyPools(clusterId: string, context: EffectContext): Promise<void> {
  const cluster = context.azure.find(clusterId);
  if (cluster === undefined) return;
  const plane = await context.controlPlane();
  await inTurn(cluster.id, async () => {
    // Another process may write a pool meanwhile: whoever ends last must have seen them all.
    for (let applied = ""; ;) {
      const wanted = nodePools(cluster, context.azure);
      if (JSON.stringify(wanted) === applied) return;
      await plane.ensure({ ...clusterSpec(cluster, context.azure), pools: wanted });
      applied = JSON.stringify(wanted);
    }
  });
}

async function ensure(id: string, context: EffectContext): Promise<void> {
  const cluster = context.azure.find(id);
  if (cluster === undefined) return;
  const plane = await context.controlPlane();
  writeKubelogin(context.azure.store.directory);
  await inTurn(cluster.id, () => plane.ensure(clusterSpec(cluster, context.azure)));
}

export function clusterSpec(cluster: Resource, azure: Azure): ClusterSpec {
  const network = object(cluster.body, "networkProfile");
  return {
    id: cluster.id,
    directory: clusterDirectory(cluster.id, azure),
    kubernetesVersion: fullVersion(text(cluster.body, "kubernetesVersion") ?? ""),
    location: cluster.location,
    nodeResourceGroup: text(cluster.body, "nodeResourceGroup") ?? "",
    subscriptionId: subscriptionOf(cluster.id),
    serviceCidr: text(network, "serviceCidr") ?? "10.0.0.0/16",
    podCidr: text(network, "podCidr") ?? "10.244.0.0/16",
    pools: nodePools(cluster, azure),
    companions: [
      {
        name: "cloud-controller-manager",
        command: process.execPath,
        args: [cloudController, "--state-directory", azure.store.directory, "--cluster-id", cluster.id],
      },
    ],
    personToken: personToken(azure.store.directory),
  };
}

const cloudController = fileURLToPath(new URL("../../../cloud-controller/main.ts", import.meta.url));

/** The pools as the control plane takes them; those that are being deleted are left out. */
function nodePools(cluster: Resource, azure: Azure): NodePool[] {
  return poolsOf(cluster, azure)
    .filter((pool) => pool.state !== "Deleting")
    .map((pool) => ({
      name: pool.name,
      count: number(pool.body, "count") ?? 0,
      vmSize: text(pool.body, "vmSize") ?? "",
      zones: texts(pool.body, "availabilityZones"),
      mode: text(pool.body, "mode") ?? "User",
      labels: textMap(object(pool.body, "nodeLabels")),
      taints: texts(pool.body, "nodeTaints"),
      osType: text(pool.body, "osType") ?? "Linux",
      osSku: text(pool.body, "osSKU") ?? "Ubuntu",
    }));
}

function textMap(body: ReturnType<typeof object>): Record<string, string> {
  const result: Record<string, string> = {};
  for (const [key, value] of Object.entries(body)) if (typeof value === "string") result[key] = value;
  return result;
}

const turns = new Map<string, Promise<unknown>>();

/** Works on one cluster one after the other. */
function inTurn<T>(id: string, work: () => Promise<T>): Promise<T> {
  const key = idKey(id);
  const turn = (turns.get(key) ?? Promise.resolve()).catch(() => undefined).then(work);
  turns.set(key, turn);
  void turn
    .catch(() => undefined)
    .then(() => {
      if (turns.get(key) === turn) turns.delete(key);
    });
  return turn;
}
