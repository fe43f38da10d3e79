import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * The pack in one file, kept from one run for the next: hundreds of small modules take Node.js longer to find and link than
 * the engine takes for all the rest of the start.
 */
export interface Bundle {
  /** Of the sources that it was made of. */
  readonly fingerprint: string;
  readonly file: string;
}

/** Where bundles of a pack are kept; `undefined` where no dependencies are installed. */
export function bundleFolder(pack: string): string | undefined {
  for (let folder = pack; ; folder = dirname(folder)) {
    const modules = join(folder, "node_modules");
    if (existsSync(modules)) return join(modules, ".cache", "azure-platform-policies");
    if (folder === dirname(folder)) return undefined;
  }
}

/** The bundle that a former run has left, if it was made of these sources. */
export function keptBundle(folder: string, fingerprint: string): Bundle | undefined {
  const file = fileOf(folder, fingerprint);
  return existsSync(file) ? { fingerprint, file } : undefined;
}

/**
 * Bundles the pack for the next run. Without esbuild, which is an optional dependency, nothing is kept; and so it is where
 * nothing can be written.
 */
export async function keepBundle(pack: string, folder: string, fingerprint: string): Promise<void> {
  const esbuild = await import("esbuild").catch(() => undefined);
  if (esbuild === undefined) return;
  const file = fileOf(folder, fingerprint);
  // Of its own for each process: two runs may be at it at once.
  const unfinished = join(folder, `${process.pid}.mjs`);
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    return;
  }
  try {
    await esbuild.build({
      entryPoints: [join(pack, "index.ts")],
      outfile: unfinished,
      bundle: true,
      platform: "node",
      format: "esm",
      target: `node${process.versions.node}`,
      // What is CommonJS in it requires modules of Node.js.
      banner: {
        js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
      },
      logLevel: "silent",
    });
    forgetOthers(folder);
    renameSync(unfinished, file);
    writeFileSync(latest(folder), fingerprint);
  } catch {
    rmSync(unfinished, { force: true });
  }
}

function forgetOthers(folder: string): void {
  const note = latest(folder);
  if (existsSync(note)) rmSync(fileOf(folder, readFileSync(note, "utf8")), { force: true });
}

function latest(folder: string): string {
  return join(folder, "latest");
}

function fileOf(folder: string, fingerprint: string): string {
  return join(folder, `${fingerprint}.mjs`);
}
