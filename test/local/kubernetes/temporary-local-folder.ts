import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { controlPlane } from "../../../local/kubernetes/local-cluster.ts";
import { builtBinaries } from "./built-binaries.ts";

/** A local folder as `npm run local` makes it, for the clusters of one test suite. */
export interface TemporaryLocalFolder {
  readonly root: string;
  /** Folder of a cluster; it is not made. */
  cluster(name: string): string;
  /** Removes every cluster asked for, and the folder. */
  remove(): Promise<void>;
}

/**
 * Removes the folder when the test process dies without having done so: the other end of its standard input closes then. Control
 * planes stop by themselves when their folder is gone.
 */
const heir = `
  process.stdin.resume();
  process.stdin.on("end", () => {
    require("node:fs").rmSync(process.argv[1], { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    process.exit();
  });
`;

/** Makes the folder; builds the binaries first where they are missing. */
export async function temporaryLocalFolder(): Promise<TemporaryLocalFolder> {
  const binaries = await builtBinaries();
  const root = mkdtempSync(path.join(tmpdir(), "local-clusters-"));
  const guard = spawn(process.execPath, ["-e", heir, root], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  guard.unref();
  mkdirSync(path.join(root, "clusters"));
  writeFileSync(path.join(root, "toolchain.json"), JSON.stringify(binaries));
  const clusters = new Set<string>();
  return {
    root,
    cluster(name) {
      const directory = path.join(root, "clusters", name);
      clusters.add(directory);
      return directory;
    },
    async remove() {
      const removed = await Promise.allSettled(
        [...clusters].map((directory) => controlPlane.remove(directory)),
      );
      rmSync(root, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
      guard.stdin.end();
      await sleep(0);
      const failures = removed.filter((result) => result.status === "rejected");
      if (failures.length > 0) throw new AggregateError(failures.map(({ reason }) => String(reason)));
    },
  };
}
