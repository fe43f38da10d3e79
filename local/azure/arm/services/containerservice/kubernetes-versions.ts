/**
 * Kubernetes versions that AKS offers, newest patch of each minor. The control plane behind a local cluster is of one version, whatever is
 * asked for. Source: learn.microsoft.com/azure/aks/supported-kubernetes-versions
 */
const offered: Readonly<Record<string, string>> = {
  "1.33": "1.33.7",
  "1.34": "1.34.3",
  "1.35": "1.35.1",
  "1.36": "1.36.1",
};

/** Minors that are left to clusters with long-term support. */
const longTerm: Readonly<Record<string, string>> = {
  "1.28": "1.28.101",
  "1.29": "1.29.101",
  "1.30": "1.30.101",
  "1.31": "1.31.101",
  "1.32": "1.32.101",
};

/** What AKS takes when nothing is said: one minor behind the newest. */
export const defaultKubernetesVersion = "1.35.1";

/** How a version stands with AKS. */
export type VersionSupport = "offered" | "long-term" | "unknown";

export function supportOf(version: string): VersionSupport {
  if (!/^\d+\.\d+(\.\d+)?$/.test(version)) return "unknown";
  const minor = minorOf(version);
  if (minor in offered) return patchOf(version) <= patchOf(offered[minor] ?? "") ? "offered" : "unknown";
  return minor in longTerm ? "long-term" : "unknown";
}

/** The version with its patch: `1.35` is the newest `1.35`. */
export function fullVersion(version: string): string {
  if (/^\d+\.\d+\.\d+$/.test(version)) return version;
  return offered[version] ?? longTerm[version] ?? defaultKubernetesVersion;
}

/** `1.35` of `1.35.1`. */
export function minorOf(version: string): string {
  return version.split(".").slice(0, 2).join(".");
}

/** Number of the minor: 35 of `1.35.1`. */
export function minorNumber(version: string): number {
  return Number(version.split(".")[1] ?? 0);
}

/** The versions a cluster can be upgraded to: a newer patch, or the next minor. */
export function upgradesOf(version: string): string[] {
  const next = minorNumber(version) + 1;
  return Object.values(offered).filter(
    (candidate) =>
      minorNumber(candidate) === next ||
      (minorOf(candidate) === minorOf(version) && patchOf(candidate) > patchOf(version)),
  );
}

function patchOf(version: string): number {
  return Number(version.split(".")[2] ?? 0);
}
