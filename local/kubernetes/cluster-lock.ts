import { mkdirSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { waitFor } from "./waiting.ts";

const patience = { timeoutMs: 5 * 60_000, everyMs: 25 };

/**
 * Does something while nobody else, in this process or another, does anything to the same cluster. The lock is the operating
 * system's, through SQLite: it ends with the process that holds it, however that dies. Its empty file lies outside of the cluster's
 * folder, so that the folder can be removed under it.
 */
export async function withClusterLock<T>(directory: string, action: () => Promise<T>): Promise<T> {
  const cluster = path.resolve(directory);
  const folder = path.resolve(cluster, "..", "..", "cluster-locks");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(path.join(folder, `${path.basename(cluster)}.lock`), { timeout: 0 });
  try {
    const locked = await waitFor(() => tryLock(database), patience);
    if (!locked) {
      throw new Error(
        `another process has been changing the cluster in ${cluster} for ${patience.timeoutMs / 60_000} minutes; ` +
          "see whether another deployment runs",
      );
    }
    return await action();
  } finally {
    database.close();
  }
}

function tryLock(database: DatabaseSync): true | undefined {
  try {
    database.exec("BEGIN EXCLUSIVE");
    return true;
  } catch (error) {
    // SQLITE_BUSY
    if (error instanceof Error && "errcode" in error && error.errcode === 5) return undefined;
    throw error;
  }
}
