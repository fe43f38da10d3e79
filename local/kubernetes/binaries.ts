import { existsSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isObject, parseJson } from "./json.ts";
import { readIfThere } from "./private-file.ts";

/** The programs a control plane consists of. */
export const binaryNames = [
  "etcd",
  "kube-apiserver",
  "kube-controller-manager",
  "kube-scheduler",
  "kwok",
] as const;

/** One of {@link binaryNames}. */
export type BinaryName = (typeof binaryNames)[number];

/** Absolute path of each program. */
export type Binaries = Readonly<Record<BinaryName, string>>;

/** Where the local folder of a checkout keeps what it knows of its binaries; a cluster lies in `<local>/clusters/<name>`. */
function localFolderOf(clusterDirectory: string): string {
  return path.resolve(clusterDirectory, "..", "..");
}

/** What of the list of binaries is usable, and what is missing. */
export function readBinaries(
  listing: string,
  exists: (file: string) => boolean,
): Binaries | readonly BinaryName[] {
  const content = parseJson(listing);
  const pathOf = (name: BinaryName): string => {
    const file = isObject(content) ? content[name] : undefined;
    return typeof file === "string" && path.isAbsolute(file) && exists(file) ? file : "";
  };
  const missing = binaryNames.filter((name) => pathOf(name) === "");
  if (missing.length > 0) return missing;
  return {
    etcd: pathOf("etcd"),
    "kube-apiserver": pathOf("kube-apiserver"),
    "kube-controller-manager": pathOf("kube-controller-manager"),
    "kube-scheduler": pathOf("kube-scheduler"),
    kwok: pathOf("kwok"),
  };
}

/** Whether a process with this id exists, ours to signal or not. */
function pidExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Whether the marker of a build names a process that lives: its content is the builder's id. */
function isBuilding(marker: string): boolean {
  const pid = Number.parseInt(readIfThere(marker) ?? "", 10);
  return Number.isInteger(pid) && pid > 0 && pidExists(pid);
}

/** Limits of the waiting for a build. */
export interface BuildPatience {
  /** Default 20 minutes: what building everything takes on two cores. */
  readonly timeoutMs?: number;
  /** Default 500. */
  readonly everyMs?: number;
}

/**
 * The control plane's programs, as `npm run local` listed them in `<local>/toolchain.json`. While that command still builds them
 * (`<local>/toolchain.building` names a living process) this waits for it; it never builds by itself, because a cloud operation that
 * silently compiles Kubernetes would look hung.
 */
export async function findBinaries(
  clusterDirectory: string,
  patience: BuildPatience = {},
): Promise<Binaries> {
  const { timeoutMs = 20 * 60_000, everyMs = 500 } = patience;
  const local = localFolderOf(clusterDirectory);
  const listing = path.join(local, "toolchain.json");
  const marker = path.join(local, "toolchain.building");
  const end = Date.now() + timeoutMs;
  for (;;) {
    // The marker is looked at first: a build that ends between the two looks has written its list by then.
    const building = isBuilding(marker);
    const found = readBinaries(readIfThere(listing) ?? "", existsSync);
    if (!isMissing(found)) return found;
    if (!building) {
      throw new Error(
        `the local control plane needs ${found.join(", ")}, which ${listing} does not name or which is gone; ` +
          "`npm run local` builds what is missing and writes that file",
      );
    }
    if (Date.now() >= end) {
      throw new Error(
        `the build of ${found.join(", ")} did not end within ${Math.round(timeoutMs / 60_000)} minutes; ` +
          "see what `npm run local` prints, then run it again: it resumes",
      );
    }
    await sleep(everyMs);
  }
}

function isMissing(found: Binaries | readonly BinaryName[]): found is readonly BinaryName[] {
  return Array.isArray(found);
}
