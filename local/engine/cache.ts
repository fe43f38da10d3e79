import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";
import { buildFlags } from "./go-build.ts";
import { buildNamed } from "./tools.ts";
import type { BuildName } from "./tools.ts";

/** Go sources and module descriptions of what is built here, a folder for each build. */
export const sourceRoot = path.join(import.meta.dirname, "go");

/**
 * Where installed and built programs are kept, outside any checkout, so that a second checkout builds nothing:
 * `$XDG_CACHE_HOME/microservices-platform`, by default `~/.cache/microservices-platform`.
 */
export function cacheRoot(environment: NodeJS.ProcessEnv = process.env): string {
  const xdg = environment["XDG_CACHE_HOME"];
  const base = xdg !== undefined && path.isAbsolute(xdg) ? xdg : path.join(homedir(), ".cache");
  return path.join(base, "microservices-platform");
}

/**
 * The name under which a build is kept: its version, then a digest of everything of ours that decides its content (sources, go.mod,
 * go.sum, build description, flags) and of the platform.
 */
export async function cacheKey(name: BuildName, sources: string = sourceRoot): Promise<string> {
  const build = buildNamed(name);
  const digest = createHash("sha256");
  digest.update(JSON.stringify([build, buildFlags, process.platform, process.arch]));
  for (const [file, content] of await sourceFiles(path.join(sources, name)))
    digest.update(`\0${file}\0${content.length}\0`).update(content);
  return `${build.version}-${digest.digest("hex").slice(0, 16)}`;
}

/** What counts as source: Go code, module descriptions and embedded scripts; not tests, nor what a build copies into the folder. */
function isSource(file: string): boolean {
  return /\.(go|mod|sum|mjs)$/.test(file) && !file.endsWith("_test.go");
}

/** Source files of a folder and its subfolders with their content, in a fixed order. */
async function sourceFiles(folder: string): Promise<[file: string, content: Buffer][]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && isSource(entry.name))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
  return Promise.all(
    files.map(async (file): Promise<[string, Buffer]> => [file, await readFile(path.join(folder, file))]),
  );
}
