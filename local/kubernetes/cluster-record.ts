import type { ClusterFolder } from "./cluster-folder.ts";
import type { ClusterSpec, NodePool } from "./cluster.ts";
import { at, isObject, listAt, parseJson, stringAt, stringsAt } from "./json.ts";
import type { NodeOwner } from "./node-pool.ts";
import { readIfThere, writePrivateFile } from "./private-file.ts";

/** What is remembered of a cluster between two runs. It holds no secret. */
export interface ClusterRecord extends NodeOwner {
  readonly serviceCidr: string;
  readonly podCidr: string;
  /** The pools that were applied last. */
  readonly pools: readonly NodePool[];
  /** Port of the API server on the loopback address. */
  readonly port: number;
}

function strings(value: unknown, key: string): string[] {
  return listAt(value, key).filter((entry) => typeof entry === "string");
}

function parsePool(value: unknown): NodePool {
  const count = at(value, "count");
  return {
    name: stringAt(value, "name"),
    count: typeof count === "number" ? count : 0,
    vmSize: stringAt(value, "vmSize"),
    zones: strings(value, "zones"),
    mode: stringAt(value, "mode"),
    labels: stringsAt(value, "labels"),
    taints: strings(value, "taints"),
    osType: stringAt(value, "osType"),
    osSku: stringAt(value, "osSku"),
  };
}

/** Reads a record; undefined when the text is none. */
export function parseRecord(text: string): ClusterRecord | undefined {
  const value = parseJson(text);
  if (!isObject(value) || typeof value.port !== "number" || stringAt(value, "id") === "") return undefined;
  return {
    id: stringAt(value, "id"),
    location: stringAt(value, "location"),
    nodeResourceGroup: stringAt(value, "nodeResourceGroup"),
    subscriptionId: stringAt(value, "subscriptionId"),
    kubernetesVersion: stringAt(value, "kubernetesVersion"),
    serviceCidr: stringAt(value, "serviceCidr"),
    podCidr: stringAt(value, "podCidr"),
    pools: listAt(value, "pools").map(parsePool),
    port: value.port,
  };
}

/** The record of a cluster, or undefined when it was never started. */
export function readRecord(folder: ClusterFolder): ClusterRecord | undefined {
  return parseRecord(readIfThere(folder.record) ?? "");
}

/** Remembers a cluster. */
export function writeRecord(folder: ClusterFolder, record: ClusterRecord): void {
  writePrivateFile(folder.record, `${JSON.stringify(record, undefined, 2)}\n`);
}

/** What of a specification is remembered. */
export function recordOf(spec: ClusterSpec, pools: readonly NodePool[], port: number): ClusterRecord {
  const { id, location, nodeResourceGroup, subscriptionId, kubernetesVersion, serviceCidr, podCidr } = spec;
  return {
    id,
    location,
    nodeResourceGroup,
    subscriptionId,
    kubernetesVersion,
    serviceCidr,
    podCidr,
    pools,
    port,
  };
}

/**
 * Refuses what no cluster can change while it exists; Azure replaces the cluster for these
 * (https://learn.microsoft.com/azure/aks/configure-azure-cni).
 */
export function refuseImpossibleChange(record: ClusterRecord, spec: ClusterSpec): void {
  const fixed = ["id", "serviceCidr", "podCidr"] as const;
  for (const key of fixed) {
    const [was, wanted] = [record[key], spec[key]];
    if (was.toLowerCase() === wanted.toLowerCase()) continue;
    throw new Error(
      `the control plane in ${spec.directory} has the ${key} '${was}', which cannot become '${wanted}': remove the cluster first`,
    );
  }
}
