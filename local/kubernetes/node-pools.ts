import { hasStatus, type ApiClient } from "./api-client.ts";
import { at, listAt, stringAt, stringsAt } from "./json.ts";
import type { DesiredNode, Taint } from "./node-pool.ts";
import { waitFor } from "./waiting.ts";

/** A node as the API server has it. */
export interface LiveNode {
  readonly name: string;
  readonly resourceVersion: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: readonly Taint[];
  readonly address: string;
  readonly kubeletVersion: string;
  readonly podCidr: string;
  readonly ready: boolean;
}

/** What has to happen to the nodes. */
export interface NodeChanges {
  readonly create: readonly DesiredNode[];
  readonly remove: readonly LiveNode[];
  readonly update: readonly NodeUpdate[];
}

/** What of one node has to change. */
export interface NodeUpdate {
  readonly node: LiveNode;
  readonly metadata?: { readonly labels: Readonly<Record<string, string | null>> };
  readonly taints?: readonly Taint[];
  readonly info?: Readonly<Record<string, string>>;
}

/** Labels that stand for the machine itself: a node that differs in one of them is another machine. */
const machineLabels = ["node.kubernetes.io/instance-type", "kubernetes.io/os", "kubernetes.azure.com/os-sku"];

/** Taints of conditions belong to the controllers of Kubernetes; all others are the pool's, as on AKS. */
function isConditionTaint(taint: Taint): boolean {
  return (
    taint.key.startsWith("node.kubernetes.io/") || taint.key.startsWith("node.cloudprovider.kubernetes.io/")
  );
}

function sameTaints(left: readonly Taint[], right: readonly Taint[]): boolean {
  const text = (taints: readonly Taint[]) =>
    taints.map(({ key, value = "", effect }) => `${key}=${value}:${effect}`).sort();
  return text(left).join() === text(right).join();
}

/**
 * Compares nodes. `before` are the nodes as the pools wanted them last time: a label that was the pool's and is not any more
 * is taken away, one that somebody else has set stays.
 */
export function nodeChanges(
  live: readonly LiveNode[],
  desired: readonly DesiredNode[],
  before: readonly DesiredNode[],
): NodeChanges {
  const wanted = new Map(desired.map((node) => [node.name, node]));
  const former = new Map(before.map((node) => [node.name, node]));
  const remove: LiveNode[] = [];
  const update: NodeUpdate[] = [];
  const kept = new Set<string>();
  for (const node of live) {
    const target = wanted.get(node.name);
    if (!target || machineLabels.some((label) => node.labels[label] !== target.labels[label])) {
      remove.push(node);
      continue;
    }
    kept.add(node.name);
    const change = nodeUpdate(node, target, former.get(node.name));
    if (change) update.push(change);
  }
  return { create: desired.filter((node) => !kept.has(node.name)), remove, update };
}

function nodeUpdate(
  node: LiveNode,
  target: DesiredNode,
  before: DesiredNode | undefined,
): NodeUpdate | undefined {
  const labels: Record<string, string | null> = {};
  for (const [key, value] of Object.entries(target.labels))
    if (node.labels[key] !== value) labels[key] = value;
  for (const key of Object.keys(before?.labels ?? {})) {
    if (!(key in target.labels) && key in node.labels) labels[key] = null;
  }
  const taints = [...node.taints.filter(isConditionTaint), ...target.taints];
  const update: NodeUpdate = {
    node,
    ...(Object.keys(labels).length > 0 ? { metadata: { labels } } : {}),
    ...(sameTaints(node.taints, taints) ? {} : { taints }),
    ...(node.kubeletVersion === target.info.kubeletVersion ? {} : { info: target.info }),
  };
  return update.metadata || update.taints || update.info ? update : undefined;
}

function parseTaints(node: unknown): Taint[] {
  return listAt(node, "spec", "taints").map((taint) => ({
    key: stringAt(taint, "key"),
    ...(stringAt(taint, "value") === "" ? {} : { value: stringAt(taint, "value") }),
    effect: stringAt(taint, "effect"),
  }));
}

/** Reads a node of the API server. */
export function parseNode(node: unknown): LiveNode {
  const conditions = listAt(node, "status", "conditions");
  const addresses = listAt(node, "status", "addresses");
  return {
    name: stringAt(node, "metadata", "name"),
    resourceVersion: stringAt(node, "metadata", "resourceVersion"),
    labels: stringsAt(node, "metadata", "labels"),
    taints: parseTaints(node),
    address: stringAt(
      addresses.find((address) => stringAt(address, "type") === "InternalIP"),
      "address",
    ),
    kubeletVersion: stringAt(node, "status", "nodeInfo", "kubeletVersion"),
    podCidr: stringAt(node, "spec", "podCIDR"),
    ready: conditions.some(
      (condition) => stringAt(condition, "type") === "Ready" && stringAt(condition, "status") === "True",
    ),
  };
}

const nodesPath = "/api/v1/nodes";

/** Nodes that stand for machines of the cloud; a node that somebody else registered is left alone. */
async function liveNodes(client: ApiClient): Promise<LiveNode[]> {
  const items = await client.list(nodesPath);
  return items.filter((item) => at(item, "metadata", "annotations", fakeNode) === "fake").map(parseNode);
}

const fakeNode = "kwok.x-k8s.io/node";

/**
 * The lowest addresses that no node has, from 10.224.0.4 on: the network that AKS makes for its nodes when it is given none, where Azure
 * keeps the first four addresses of a subnet for itself.
 */
export function freeAddresses(used: ReadonlySet<string>, count: number): string[] {
  const free: string[] = [];
  for (let host = 4; free.length < count && host < 65_535; host++) {
    const address = `10.224.${Math.floor(host / 256)}.${host % 256}`;
    if (!used.has(address)) free.push(address);
  }
  return free;
}

function nodeObject(node: DesiredNode, address: string): object {
  return {
    apiVersion: "v1",
    kind: "Node",
    metadata: { name: node.name, labels: node.labels, annotations: { [fakeNode]: "fake" } },
    spec: { providerID: node.providerId, taints: node.taints },
    status: {
      addresses: [
        { type: "InternalIP", address },
        { type: "Hostname", address: node.name },
      ],
      capacity: node.capacity,
      allocatable: node.allocatable,
      nodeInfo: {
        bootID: "",
        // Nothing runs on these nodes, and they do not pretend to: kwok is their runtime.
        containerRuntimeVersion: "kwok://0.7.0",
        kernelVersion: "",
        machineID: "",
        systemUUID: "",
        ...node.info,
      },
    },
  };
}

async function createNodes(
  client: ApiClient,
  nodes: readonly DesiredNode[],
  live: readonly LiveNode[],
): Promise<void> {
  const addresses = freeAddresses(new Set(live.map(({ address }) => address)), nodes.length);
  await Promise.all(
    nodes.map((node, index) => client.create(nodesPath, nodeObject(node, addresses[index] ?? ""))),
  );
}

async function updateNode(client: ApiClient, update: NodeUpdate): Promise<void> {
  const path = `${nodesPath}/${update.node.name}`;
  if (update.metadata) await client.patch(path, "merge", { metadata: update.metadata });
  // A merge patch replaces the whole list, and the controllers write into it: the first look decides only when nobody wrote since.
  if (update.taints) await replaceTaints(client, path, update.taints);
  if (update.info) await client.patch(`${path}/status`, "merge", { status: { nodeInfo: update.info } });
}

async function replaceTaints(client: ApiClient, path: string, wanted: readonly Taint[]): Promise<void> {
  const own = wanted.filter((taint) => !isConditionTaint(taint));
  const done = await waitFor(
    async () => {
      const current = parseNode(await client.get(path));
      const taints = [...current.taints.filter(isConditionTaint), ...own];
      try {
        await client.patch(path, "merge", {
          metadata: { resourceVersion: current.resourceVersion },
          spec: { taints },
        });
        return true;
      } catch (error) {
        if (hasStatus(error, 409)) return undefined;
        throw error;
      }
    },
    { timeoutMs: 10_000, everyMs: 50 },
  );
  if (!done) throw new Error(`the taints of ${path} cannot be set: something else keeps changing the node`);
}

interface PodOnNode {
  readonly path: string;
  readonly name: string;
  readonly namespace: string;
  readonly ofDaemonSet: boolean;
}

async function podsOn(client: ApiClient, node: string): Promise<PodOnNode[]> {
  const pods = await client.list(`/api/v1/pods?fieldSelector=spec.nodeName%3D${encodeURIComponent(node)}`);
  return pods.map((pod) => {
    const name = stringAt(pod, "metadata", "name");
    const namespace = stringAt(pod, "metadata", "namespace");
    const owners = listAt(pod, "metadata", "ownerReferences");
    return {
      name,
      namespace,
      path: `/api/v1/namespaces/${namespace}/pods/${name}`,
      ofDaemonSet: owners.some((owner) => stringAt(owner, "kind") === "DaemonSet"),
    };
  });
}

async function deleteIfThere(client: ApiClient, path: string): Promise<void> {
  try {
    await client.delete(path);
  } catch (error) {
    if (!hasStatus(error, 404)) throw error;
  }
}

/** Whether the pod is evicted or gone; a disruption budget may refuse for now. */
async function evict(client: ApiClient, pod: PodOnNode): Promise<true | undefined> {
  try {
    await client.create(`${pod.path}/eviction`, {
      apiVersion: "policy/v1",
      kind: "Eviction",
      metadata: { name: pod.name, namespace: pod.namespace },
    });
    return true;
  } catch (error) {
    if (hasStatus(error, 404)) return true;
    if (hasStatus(error, 429)) return undefined;
    throw error;
  }
}

/**
 * Takes a node away as AKS does when a pool shrinks: no new pods, pods evicted within their disruption budgets, then the machine goes.
 * A budget that allows nothing for ten seconds is overruled.
 */
async function removeNode(client: ApiClient, name: string): Promise<void> {
  const path = `${nodesPath}/${name}`;
  try {
    await client.patch(path, "merge", { spec: { unschedulable: true } });
  } catch (error) {
    if (hasStatus(error, 404)) return;
    throw error;
  }
  const pods = await podsOn(client, name);
  const movable = pods.filter((pod) => !pod.ofDaemonSet);
  await Promise.all(
    movable.map(async (pod) => {
      const evicted = await waitFor(() => evict(client, pod), { timeoutMs: 10_000, everyMs: 250 });
      if (!evicted) await deleteIfThere(client, pod.path);
    }),
  );
  await deleteIfThere(client, path);
  // Kubernetes would collect what is left, such as the pods of daemon sets, only after most of a minute.
  const left = await podsOn(client, name);
  await Promise.all(left.map((pod) => deleteIfThere(client, `${pod.path}?gracePeriodSeconds=0`)));
}

function isUsable(node: LiveNode): boolean {
  const notReady = node.taints.some(({ key }) => key === "node.kubernetes.io/not-ready");
  return node.ready && !notReady && node.podCidr !== "";
}

/** Makes the nodes what the pools say, and waits until pods can be scheduled on all of them. */
export async function applyNodes(
  client: ApiClient,
  desired: readonly DesiredNode[],
  before: readonly DesiredNode[],
): Promise<void> {
  const live = await liveNodes(client);
  const changes = nodeChanges(live, desired, before);
  await Promise.all(changes.remove.map(({ name }) => removeNode(client, name)));
  await Promise.all([
    createNodes(client, changes.create, live),
    ...changes.update.map((update) => updateNode(client, update)),
  ]);
  let waiting: string[] = [];
  const ready = await waitFor(
    async () => {
      const usable = new Set((await liveNodes(client)).filter(isUsable).map(({ name }) => name));
      waiting = desired.map(({ name }) => name).filter((name) => !usable.has(name));
      return waiting.length === 0 ? true : undefined;
    },
    { timeoutMs: 60_000, everyMs: 50 },
  );
  if (!ready) throw new Error(`nodes ${waiting.join(", ")} did not become ready within a minute`);
}
