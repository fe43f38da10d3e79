import { constants } from "node:fs";
import { access } from "node:fs/promises";
import path from "node:path";

/** The first executable of this name in the folders of PATH, with its absolute path; undefined when there is none. */
export async function findOnPath(
  name: string,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<string | undefined> {
  for (const folder of (environment["PATH"] ?? "").split(path.delimiter)) {
    if (folder === "") continue;
    const candidate = path.resolve(folder, name);
    if (await isExecutable(candidate)) return candidate;
  }
  return undefined;
}

export async function isExecutable(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
