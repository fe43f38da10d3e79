/** What a virtual machine of a size offers its node. */
export interface VmCapacity {
  /** Virtual CPUs. */
  readonly vcpus: number;
  /** Memory in MiB. */
  readonly memoryMiB: number;
  readonly architecture: "amd64" | "arm64";
}

const gib = 1024;

/**
 * GiB of memory per vCPU, by family.
 * Source: https://learn.microsoft.com/azure/virtual-machines/sizes/overview
 */
const memoryPerVcpu: Readonly<Record<string, number>> = { B: 4, D: 4, DC: 4, E: 8, EC: 8, F: 2, L: 8 };

/**
 * Sizes whose name tells neither their vCPUs nor their memory by the rule above: `[vCPUs, GiB]`.
 * Source: https://learn.microsoft.com/azure/virtual-machines/sizes/general-purpose/bv1-series and …/dsv2-series
 */
const irregular: Readonly<Record<string, readonly [number, number]>> = {
  standard_b1s: [1, 1],
  standard_b1ms: [1, 2],
  standard_b2s: [2, 4],
  standard_d1_v2: [1, 3.5],
  standard_ds1_v2: [1, 3.5],
  standard_d2_v2: [2, 7],
  standard_ds2_v2: [2, 7],
  standard_d3_v2: [4, 14],
  standard_ds3_v2: [4, 14],
  standard_d4_v2: [8, 28],
  standard_ds4_v2: [8, 28],
  standard_d5_v2: [16, 56],
  standard_ds5_v2: [16, 56],
};

/** Family, vCPUs, vCPUs left when constrained, additive features, version: https://learn.microsoft.com/azure/virtual-machines/vm-naming-conventions */
const namePattern = /^Standard_([A-Z]+?)S?(\d+)(?:-(\d+))?([a-z]*)(?:_[A-Z0-9]+)*(?:_v\d+)?$/;

/**
 * Capacity of a VM size. A size that is not known gets the vCPUs its name says (2 when it says none) and 4 GiB for each:
 * enough to schedule on, never to size a real cluster by.
 */
export function vmCapacity(vmSize: string): VmCapacity {
  const exception = irregular[vmSize.toLowerCase()];
  if (exception) return { vcpus: exception[0], memoryMiB: exception[1] * gib, architecture: "amd64" };
  const match = namePattern.exec(vmSize);
  if (!match) {
    const vcpus = Number(/\d+/.exec(vmSize)?.[0] ?? 2);
    return { vcpus, memoryMiB: vcpus * 4 * gib, architecture: "amd64" };
  }
  const [, family = "", size = "", constrained, features = ""] = match;
  const perVcpu = memoryRatio(family, features);
  return {
    vcpus: Number(constrained ?? size),
    // A constrained size keeps the memory of the full one.
    memoryMiB: Number(size) * perVcpu * gib,
    architecture: features.includes("p") ? "arm64" : "amd64",
  };
}

function memoryRatio(family: string, features: string): number {
  // "l" is low memory in every family; of the F family, only those with AMD processors come with more than 2 GiB per vCPU.
  if (features.includes("l")) return 2;
  if (family === "F" && features.includes("a")) return features.includes("m") ? 8 : 4;
  return memoryPerVcpu[family] ?? 4;
}

/** Pods that a node of an Azure CNI Overlay cluster takes: https://learn.microsoft.com/azure/aks/quotas-skus-regions */
export const maxPods = 250;

/** CPU that AKS keeps for the system, in millicores, from this many vCPUs on. */
const cpuReservations: readonly (readonly [number, number])[] = [
  [64, 740],
  [32, 420],
  [16, 260],
  [8, 180],
  [4, 140],
  [2, 100],
  [0, 60],
];

/**
 * What is left for pods when AKS has taken its share: CPU by steps, memory 20 MB per possible pod plus 50 MB but at most a
 * quarter, and the 100 MiB of the eviction threshold.
 * Source: https://learn.microsoft.com/azure/aks/node-resource-reservations (AKS 1.29 and later)
 */
export function allocatable(capacity: VmCapacity): { milliCpu: number; memoryMiB: number } {
  const reservedCpu = cpuReservations.find(([from]) => capacity.vcpus >= from)?.[1] ?? 60;
  const byPods = ((20 * maxPods + 50) * 1e6) / (1024 * 1024);
  const reservedMemory = Math.min(byPods, capacity.memoryMiB / 4) + 100;
  return {
    milliCpu: capacity.vcpus * 1000 - reservedCpu,
    memoryMiB: Math.floor(capacity.memoryMiB - reservedMemory),
  };
}
