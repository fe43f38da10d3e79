import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";

/** What a lock file of the file backend says of its holder. */
interface Lock {
  readonly pid: number;
  readonly hostname: string;
}

function readLock(text: string): Lock | undefined {
  const parsed: unknown = JSON.parse(text);
  if (typeof parsed !== "object" || parsed === null) return undefined;
  if (!("pid" in parsed) || typeof parsed.pid !== "number") return undefined;
  if (!("hostname" in parsed) || typeof parsed.hostname !== "string") return undefined;
  return { pid: parsed.pid, hostname: parsed.hostname };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, but belongs to somebody else.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/**
 * Removes the locks that engines left on a stack when they were killed on this machine; returns their process ids. The lock of a
 * living engine, or of another machine, stays.
 */
export function removeStaleLocks(backend: string, project: string, stack: string): number[] {
  const folder = path.join(backend, ".pulumi", "locks", "organization", project, stack);
  if (!existsSync(folder)) return [];
  const removed: number[] = [];
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".json"))) {
    const lockFile = path.join(folder, file);
    const lock = readLock(readFileSync(lockFile, "utf8"));
    if (lock === undefined || lock.hostname !== hostname() || isAlive(lock.pid)) continue;
    rmSync(lockFile, { force: true });
    removed.push(lock.pid);
  }
  return removed;
}
