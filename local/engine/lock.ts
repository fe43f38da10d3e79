import { mkdir } from "node:fs/promises";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout } from "node:timers/promises";

/** How often a waiting process looks whether the lock is free. */
const pollMilliseconds = 200;

/** SQLITE_BUSY: another connection holds the lock. */
const busy = 5;

/**
 * Runs the action while no other process (and no other call of this one) holds the lock of this name. The lock is one that the
 * operating system takes back when its holder ends, however it ends: there are no stale locks to recognize. SQLite is what gives
 * Node.js such a lock on every platform.
 *
 * @param file path of the lock file; it stays.
 * @param onWait called once, when the lock is not free at first.
 */
export async function withLock<T>(
  file: string,
  action: () => Promise<T>,
  onWait: () => void = () => undefined,
): Promise<T> {
  await mkdir(path.dirname(file), { recursive: true });
  const connection = new DatabaseSync(file, { timeout: 0 });
  try {
    for (let waited = false; !tryLock(connection); waited = true) {
      if (!waited) onWait();
      await setTimeout(pollMilliseconds);
    }
    return await action();
  } finally {
    connection.close();
  }
}

function tryLock(connection: DatabaseSync): boolean {
  try {
    connection.exec("BEGIN EXCLUSIVE");
    return true;
  } catch (error) {
    if (error instanceof Error && "errcode" in error && error.errcode === busy) return false;
    throw error;
  }
}
