import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, readlinkSync, statSync } from "node:fs";
import { join } from "node:path";
import dockerignore from "@balena/dockerignore";

/** Characters of a digest that become an image tag. */
const tagLength = 12;

/** Files and symbolic links below a folder, relative to it, sorted, so that every machine sees the same order. */
function* filesBelow(root: string, folder = ""): Generator<string> {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  entries.sort((one, other) => (one.name < other.name ? -1 : 1));
  for (const entry of entries) {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (path === ".git") {
      continue;
    }
    if (entry.isDirectory()) {
      yield* filesBelow(root, path);
    } else if (entry.isFile() || entry.isSymbolicLink()) {
      yield path;
    }
  }
}

/**
 * A tag that follows from what an image is built from: names, contents and execute bits of the files that Docker sees, and the
 * build arguments. Known before the build, so that policies see the image at preview, and a rollout happens when, and only
 * when, something changed.
 *
 * @param context - folder of the build context
 * @param dockerfile - path of the Dockerfile, which may lie outside the context
 * @param settings - what else decides the image, such as build arguments and platform
 */
export function contextTag(
  context: string,
  dockerfile: string,
  settings: Readonly<Record<string, string>>,
): string {
  const hash = createHash("sha256");
  const add = (name: string, content: string | Buffer): void => {
    hash.update(`${name.length}:${name}:${content.length}:`).update(content);
  };
  for (const [name, value] of Object.entries(settings).sort(([one], [other]) => (one < other ? -1 : 1))) {
    add(`setting ${name}`, value);
  }
  add("dockerfile", readFileSync(dockerfile));
  const ignoreFile = join(context, ".dockerignore");
  const ignore = dockerignore.default();
  if (existsSync(ignoreFile)) {
    ignore.add(readFileSync(ignoreFile, "utf8"));
  }
  for (const path of filesBelow(context)) {
    if (ignore.ignores(path)) {
      continue;
    }
    const file = join(context, path);
    const stats = statSync(file, { throwIfNoEntry: false });
    if (stats === undefined || !stats.isFile()) {
      add(`link ${path}`, readlinkSync(file));
    } else {
      const executable = (stats.mode & 0o111) === 0 ? "plain" : "executable";
      add(`${executable} ${path}`, readFileSync(file));
    }
  }
  return hash.digest("hex").slice(0, tagLength);
}
