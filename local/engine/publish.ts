import { mkdir, mkdtemp, readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";

/** Unfinished folders older than this belong to an interrupted run: no build takes so long. */
const abandonedAfterMilliseconds = 6 * 60 * 60 * 1000;

const unfinishedPrefix = ".unfinished-";

/**
 * Makes a folder appear complete or not at all: the content is produced in a temporary folder beside it, which takes the final name
 * in one step. Does nothing when the folder is there already. Leftovers of interrupted runs are removed on the way.
 */
export async function publishFolder(
  folder: string,
  produce: (temporary: string) => Promise<void>,
): Promise<void> {
  if (await isFolder(folder)) return;
  const parent = path.dirname(folder);
  await mkdir(parent, { recursive: true });
  await removeAbandoned(parent);
  const temporary = await mkdtemp(path.join(parent, unfinishedPrefix));
  try {
    await produce(temporary);
    try {
      await rename(temporary, folder);
    } catch (error) {
      // Another process published the same content first: its copy is as good.
      if (!(await isFolder(folder))) throw error;
    }
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

export async function isFolder(location: string): Promise<boolean> {
  try {
    return (await stat(location)).isDirectory();
  } catch {
    return false;
  }
}

async function removeAbandoned(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    if (!name.startsWith(unfinishedPrefix)) continue;
    const location = path.join(parent, name);
    const information = await stat(location).catch(() => undefined);
    if (information !== undefined && Date.now() - information.mtimeMs > abandonedAfterMilliseconds)
      await rm(location, { recursive: true, force: true });
  }
}
