/** What the name of a VM size says: learn.microsoft.com/azure/virtual-machines/vm-naming-conventions */
export interface VmSize {
  readonly vcpus: number;
  /** Size of the local disk that an ephemeral OS disk fits on, in GiB; 0: there is none; undefined: not known here. */
  readonly localDiskGiB: number | undefined;
}

const pattern =
  /^Standard_(A|B|D|DC|E|EB|EC|F|FX|G|H|HB|HC|HX|L|M|NC|ND|NG|NP|NV)S?(\d+)(-\d+)?([a-z]*)((?:_(?!v\d)[A-Z0-9]+)*)(?:_v(\d))?$/i;

/** GiB of local disk for each vCPU in the general-purpose and memory-optimised families, by generation. */
const localDiskPerVcpu: Readonly<Record<string, number>> = { "4": 37.5, "5": 37.5, "6": 55 };

/** Reads the name of a size; undefined for what is none. */
export function parseVmSize(name: string): VmSize | undefined {
  const match = pattern.exec(name);
  if (match === null) return undefined;
  const [, family = "", vcpus = "", , features = "", , generation = ""] = match;
  return {
    vcpus: vcpusOf(name, Number(vcpus)),
    localDiskGiB: localDisk(family, Number(vcpus), features, generation),
  };
}

/** In the first two generations the number counts sizes, not vCPUs. */
function vcpusOf(name: string, size: number): number {
  if (/^Standard_DS?(\d)_v2$/i.test(name)) return size === 1 ? 1 : 2 ** (size - 1);
  return /^Standard_B1l?m?s$/i.test(name) ? 1 : size;
}

function localDisk(family: string, vcpus: number, features: string, generation: string): number | undefined {
  if (!/^[DE]$/i.test(family)) return undefined;
  const perVcpu = localDiskPerVcpu[generation];
  if (perVcpu === undefined) return undefined;
  return features.toLowerCase().includes("d") ? vcpus * perVcpu : 0;
}

/** Sizes that an answer names as examples of what there is. */
export const commonSizes: readonly string[] = [
  "standard_b2s",
  "standard_b2ms",
  "standard_d2s_v5",
  "standard_d2ds_v5",
  "standard_d4s_v5",
  "standard_d4ds_v5",
  "standard_d8ds_v5",
  "standard_e4ds_v5",
  "standard_f4s_v2",
];
