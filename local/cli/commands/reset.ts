import { rmSync } from "node:fs";
import { resetLocalAzure } from "../../azure/reset.ts";
import { layout, localFolder } from "../layout.ts";
import { endOrphanedPlugins } from "../orphans.ts";

/** Stops every cluster and removes the checkout's local Azure with all stacks. Built binaries stay in the cache. */
export async function reset(): Promise<number> {
  endOrphanedPlugins(layout.pulumiHome);
  await resetLocalAzure(layout.azure);
  rmSync(localFolder, { recursive: true, force: true });
  console.log("The local Azure is empty: no stack, no cluster, no process.");
  return 0;
}
