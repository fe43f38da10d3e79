import { realpathSync } from "node:fs";
import type { ClusterFolder } from "./cluster-folder.ts";
import {
  findProcess,
  groupMembers,
  isAlive,
  isOfThisBoot,
  workingDirectory,
  type ProcessIdentity,
} from "./process-identity.ts";
import { readProcesses, supervisorName, type NamedProcess } from "./running-processes.ts";
import { waitFor } from "./waiting.ts";

/** The recorded processes that still live. */
export function livingProcesses(folder: ClusterFolder): NamedProcess[] {
  return readProcesses(folder).filter(isAlive);
}

/** The supervisor, if it lives. */
export function livingSupervisor(folder: ClusterFolder): NamedProcess | undefined {
  return livingProcesses(folder).find(({ name }) => name === supervisorName);
}

/**
 * Every process of the cluster: the recorded ones and whatever else is in the supervisor's group, such as the child of a companion or
 * one started in the instant before a crash. When the supervisor itself is gone, its group number could have been given to strangers: then a
 * member counts only beside a recorded one, or when it works in the cluster's folder.
 */
export function clusterProcesses(folder: ClusterFolder): ProcessIdentity[] {
  const recorded = readProcesses(folder);
  const alive = recorded.filter(isAlive);
  const supervisor = recorded.find(({ name }) => name === supervisorName);
  const found = new Map<number, ProcessIdentity>(alive.map((entry) => [entry.pid, entry]));
  if (supervisor && isOfThisBoot(supervisor)) {
    const stranger = !isAlive(supervisor) && findProcess(supervisor.pid) !== undefined;
    const members = stranger ? [] : groupMembers(supervisor.pid);
    const certain = members.some(({ pid }) => found.has(pid));
    for (const member of members) {
      if (certain || worksIn(member.pid, folder.root)) found.set(member.pid, member);
    }
  }
  return [...found.values()];
}

function worksIn(pid: number, directory: string): boolean {
  const current = workingDirectory(pid)?.replace(/ \(deleted\)$/, "");
  if (current === undefined) return false;
  if (current === directory) return true;
  try {
    return current === realpathSync(directory);
  } catch {
    return false;
  }
}

function signal(target: ProcessIdentity, name: NodeJS.Signals): void {
  if (!isAlive(target)) return;
  try {
    process.kill(target.pid, name);
  } catch (error) {
    // It ended in between.
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}

/**
 * Ends every process of a cluster: first by asking the supervisor, which stops the others in order, then by force. Does nothing when
 * nothing runs.
 */
export async function terminate(folder: ClusterFolder): Promise<void> {
  const supervisor = livingSupervisor(folder);
  const polite = supervisor ? [supervisor] : clusterProcesses(folder);
  for (const target of polite) signal(target, "SIGTERM");
  // Without the supervisor there is no order: the API server would wait for an etcd that is gone.
  if (await allGone(folder, supervisor ? 15_000 : 1_000)) return;
  for (const target of clusterProcesses(folder)) signal(target, "SIGKILL");
  if (await allGone(folder, 5_000)) return;
  const left = clusterProcesses(folder).map(({ pid }) => pid);
  throw new Error(`processes ${left.join(", ")} of the cluster in ${folder.root} cannot be ended`);
}

async function allGone(folder: ClusterFolder, timeoutMs: number): Promise<boolean> {
  const gone = await waitFor(() => (clusterProcesses(folder).length === 0 ? true : undefined), {
    timeoutMs,
    everyMs: 25,
  });
  return gone === true;
}
