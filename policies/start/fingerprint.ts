import { createHash } from "node:crypto";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** What is below a pack's folder and no part of the pack. */
const leftOut: ReadonlySet<string> = new Set(["node_modules", "dist", "docs"]);

/**
 * Tells whether the pack's files are the same as at another time: their names, sizes and times of change, and the Node.js
 * that runs them. Contents are not read, because reading them all is what a fingerprint spares.
 */
export function fingerprint(folder: string): string {
  const hash = createHash("sha256").update(`${process.version} ${process.arch}`);
  for (const file of filesBelow(folder, "")) {
    const { size, mtimeMs } = statSync(join(folder, file));
    hash.update(`\n${file} ${size} ${mtimeMs}`);
  }
  return hash.digest("hex");
}

function* filesBelow(folder: string, prefix: string): Iterable<string> {
  const entries = readdirSync(join(folder, prefix), { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(prefix, entry.name);
    if (!entry.isDirectory()) yield path;
    else if (prefix !== "" || !leftOut.has(entry.name)) yield* filesBelow(folder, path);
  }
}
