import { createHash } from "node:crypto";
import type { ClusterSpec, NodePool } from "./cluster.ts";
import { allocatable, maxPods, vmCapacity } from "./vm-size.ts";

/** What a node's names and labels take from its cluster. */
export type NodeOwner = Pick<
  ClusterSpec,
  "id" | "location" | "nodeResourceGroup" | "subscriptionId" | "kubernetesVersion"
>;

/** A node taint as Kubernetes holds it. */
export interface Taint {
  readonly key: string;
  readonly value?: string;
  readonly effect: string;
}

/** A node as its pool wants it to be. */
export interface DesiredNode {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: readonly Taint[];
  readonly providerId: string;
  readonly capacity: Readonly<Record<string, string>>;
  readonly allocatable: Readonly<Record<string, string>>;
  readonly info: Readonly<Record<string, string>>;
}

const effects = ["NoSchedule", "PreferNoSchedule", "NoExecute"];

/** Reads a taint as AKS writes it, `key=value:Effect` or `key:Effect`; anything else is refused. */
export function parseTaint(text: string): Taint {
  const match = /^([^=:\s]+)(?:=([^:\s]*))?:(\w+)$/.exec(text);
  const [, key, value, effect] = match ?? [];
  if (key === undefined || effect === undefined || !effects.includes(effect)) {
    throw new Error(
      `node taint '${text}' is not of the form key=value:Effect with an effect of ${effects.join(", ")}`,
    );
  }
  return value === undefined || value === "" ? { key, effect } : { key, value, effect };
}

/** A region's name as Azure's control plane writes it: "West Europe" and "westeurope" are the same. */
function regionName(location: string): string {
  return location.replaceAll(" ", "").toLowerCase();
}

/** The eight digits that set the node names of one cluster apart from those of another. */
function clusterDigits(clusterId: string): string {
  const hash = createHash("sha256").update(clusterId.toLowerCase()).digest();
  return String(hash.readUInt32BE(0) % 100_000_000).padStart(8, "0");
}

/** Scale set and instance, as AKS names them; Windows computer names cannot be longer than 15 characters. */
function machineNames(pool: NodePool, digits: string, instance: number): { scaleSet: string; node: string } {
  const suffix = instance.toString(36).padStart(6, "0");
  if (pool.osType === "Windows") {
    return { scaleSet: `aks${pool.name}`, node: `aks${pool.name}${suffix}` };
  }
  const scaleSet = `aks-${pool.name}-${digits}-vmss`;
  return { scaleSet, node: `${scaleSet}${suffix}` };
}

/**
 * The zone label of an instance: zones are filled in turn; a node outside of any zone carries `0`, as the Azure cloud
 * provider writes it (https://cloud-provider-azure.sigs.k8s.io/topics/availability-zones/).
 */
function zoneLabel(pool: NodePool, region: string, instance: number): string {
  const zone = pool.zones[instance % Math.max(pool.zones.length, 1)];
  return zone === undefined ? "0" : `${region}-${zone}`;
}

function nodeOf(owner: NodeOwner, pool: NodePool, digits: string, instance: number): DesiredNode {
  const region = regionName(owner.location);
  const { scaleSet, node } = machineNames(pool, digits, instance);
  const vm = vmCapacity(pool.vmSize);
  const free = allocatable(vm);
  const os = pool.osType.toLowerCase();
  const zone = zoneLabel(pool, region, instance);
  const version = owner.kubernetesVersion.replace(/^v/, "");
  const fullVersion = `v${/^\d+\.\d+$/.test(version) ? `${version}.0` : version}`;
  return {
    name: node,
    // https://learn.microsoft.com/azure/aks/use-labels#reserved-system-labels
    labels: {
      ...pool.labels,
      agentpool: pool.name,
      "kubernetes.azure.com/agentpool": pool.name,
      "kubernetes.azure.com/cluster": owner.nodeResourceGroup,
      "kubernetes.azure.com/mode": pool.mode.toLowerCase(),
      "kubernetes.azure.com/nodepool-type": "VirtualMachineScaleSets",
      "kubernetes.azure.com/os-sku": pool.osSku,
      "kubernetes.azure.com/role": "agent",
      "kubernetes.io/arch": vm.architecture,
      "kubernetes.io/hostname": node,
      "kubernetes.io/os": os,
      "node.kubernetes.io/instance-type": pool.vmSize,
      "topology.disk.csi.azure.com/zone": zone === "0" ? "" : zone,
      "topology.kubernetes.io/region": region,
      "topology.kubernetes.io/zone": zone,
    },
    taints: pool.taints.map(parseTaint),
    providerId:
      `azure:///subscriptions/${owner.subscriptionId}/resourceGroups/${owner.nodeResourceGroup.toLowerCase()}` +
      `/providers/Microsoft.Compute/virtualMachineScaleSets/${scaleSet}/virtualMachines/${instance}`,
    capacity: {
      cpu: String(vm.vcpus),
      memory: `${vm.memoryMiB}Mi`,
      pods: String(maxPods),
      // The default OS disk of 128 GiB.
      "ephemeral-storage": "128Gi",
    },
    allocatable: {
      cpu: `${free.milliCpu}m`,
      memory: `${free.memoryMiB}Mi`,
      pods: String(maxPods),
      "ephemeral-storage": "115Gi",
    },
    info: {
      architecture: vm.architecture,
      kubeletVersion: fullVersion,
      kubeProxyVersion: fullVersion,
      operatingSystem: os,
      osImage: pool.osSku,
    },
  };
}

/** The nodes that the pools ask for, pool after pool; a pool named twice is refused. */
export function desiredNodes(owner: NodeOwner, pools: readonly NodePool[]): DesiredNode[] {
  const digits = clusterDigits(owner.id);
  const names = new Set<string>();
  const nodes: DesiredNode[] = [];
  for (const pool of pools) {
    if (names.has(pool.name)) throw new Error(`node pool '${pool.name}' is declared twice`);
    names.add(pool.name);
    for (let instance = 0; instance < pool.count; instance++) {
      nodes.push(nodeOf(owner, pool, digits, instance));
    }
  }
  return nodes;
}
