import { pathToFileURL } from "node:url";
import { bundleFolder, keepBundle, keptBundle } from "./bundle.ts";
import { fingerprint } from "./fingerprint.ts";

/** Runs a pack from one file, if a former run has left one of the same sources; else from the sources, and leaves one. */
export async function runPack(pack: string): Promise<void> {
  const folder = bundleFolder(pack);
  const sources = folder === undefined ? undefined : fingerprint(pack);
  const kept = folder === undefined || sources === undefined ? undefined : keptBundle(folder, sources);
  if (kept !== undefined) {
    await import(pathToFileURL(kept.file).href);
    return;
  }
  await import("../index.ts");
  if (folder !== undefined && sources !== undefined) await keepBundle(pack, folder, sources);
}
