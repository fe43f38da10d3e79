/** What an image is built from, and its digest. */
import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { lstat, readFile, readdir, readlink } from "node:fs/promises";
import { join, relative } from "node:path";
import dockerignore from "@balena/dockerignore";

/** A file or symbolic link of a build context. */
interface Entry {
  /** Path in the context, with slashes. */
  readonly path: string;
  /** Target of a symbolic link. */
  readonly target?: string;
  readonly executable: boolean;
  /** Bytes of a file. */
  readonly size: number;
}

/**
 * SHA-256 in lower-case hex of what the Docker engine is sent: paths, contents, executable bits and link targets of the files that `.dockerignore`
 * lets through, and the Dockerfile. Times, owners, the other permission bits (they follow the umask of whoever checked the files out) and empty folders
 * do not count.
 *
 * @param context - path of the folder
 * @param dockerfile - path of the Dockerfile, inside of the context or not; it counts even when it is ignored, because Docker reads it all the same
 */
export async function contextDigest(context: string, dockerfile: string): Promise<string> {
  const hash = createHash("sha256");
  const dockerfileBytes = await readFile(dockerfile);
  frame(hash, "dockerfile", relative(context, dockerfile).replaceAll("\\", "/"), dockerfileBytes.length);
  hash.update(dockerfileBytes);
  for (const entry of await entriesOf(context, await ignoreRulesOf(context, dockerfile))) {
    if (entry.target !== undefined) {
      frame(hash, "link", entry.path, Buffer.byteLength(entry.target));
      hash.update(entry.target);
    } else {
      frame(hash, entry.executable ? "executable" : "file", entry.path, entry.size);
      for await (const chunk of createReadStream(join(context, entry.path))) {
        hash.update(chunk as Uint8Array);
      }
    }
  }
  return hash.digest("hex");
}

/** Begins an entry, so that no two sequences of entries make the same bytes. */
function frame(hash: Hash, kind: string, path: string, size: number): void {
  hash.update(JSON.stringify([kind, path, size]) + "\n");
}

interface IgnoreRules {
  ignores(path: string): boolean;
  /** Whether something inside of an ignored folder may not be ignored. */
  readonly hasExceptions: boolean;
}

/** The rules beside the Dockerfile, which BuildKit prefers, or else those of the context. */
async function ignoreRulesOf(context: string, dockerfile: string): Promise<IgnoreRules> {
  const text =
    (await textOf(`${dockerfile}.dockerignore`)) ?? (await textOf(join(context, ".dockerignore"))) ?? "";
  const rules = dockerignore.default().add(text);
  return {
    ignores: (path) => rules.ignores(path),
    hasExceptions: text.split("\n").some((line) => line.trimStart().startsWith("!")),
  };
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") {
      return undefined;
    }
    throw error;
  }
}

/** The entries that are not ignored, ordered by path. */
async function entriesOf(context: string, rules: IgnoreRules): Promise<Entry[]> {
  const entries: Entry[] = [];
  const walk = async (folder: string): Promise<void> => {
    for (const child of await readdir(join(context, folder), { withFileTypes: true })) {
      const path = folder === "" ? child.name : `${folder}/${child.name}`;
      const ignored = rules.ignores(path);
      if (child.isDirectory()) {
        if (!ignored || rules.hasExceptions) {
          await walk(path);
        }
      } else if (!ignored) {
        entries.push(...(await entryAt(context, path)));
      }
    }
  };
  await walk("");
  return entries.sort((left, right) => (left.path < right.path ? -1 : 1));
}

/** The entry at a path; none for what Docker does not send either, such as a socket. */
async function entryAt(context: string, path: string): Promise<Entry[]> {
  const file = join(context, path);
  const stat = await lstat(file);
  if (stat.isSymbolicLink()) {
    return [{ path, target: await readlink(file), executable: false, size: 0 }];
  }
  return stat.isFile() ? [{ path, executable: (stat.mode & 0o100) !== 0, size: stat.size }] : [];
}
