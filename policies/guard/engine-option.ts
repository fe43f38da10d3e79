import { realpathSync } from "node:fs";
import { isAbsolute } from "node:path";

/** The environment variable by which the engine (3.208.0 and later) is told what `--policy-pack` tells it otherwise. */
export const policyPackOption = "PULUMI_OPTION_POLICY_PACK";

/**
 * Whether the engine, given this value of {@link policyPackOption}, loads the pack in a folder.
 *
 * The engine reads a list of paths separated by commas, and resolves relative ones against the directory that it was
 * started in. The program cannot know that directory, so that only an absolute path counts; nor does a list with quotes
 * or line breaks, which the engine reads as CSV. In doubt the answer is no: a guard too many costs milliseconds.
 *
 * @param value the variable's value, if any
 * @param folder the pack's folder, the one that holds PulumiPolicy.yaml; symbolic links are followed
 */
export function engineLoads(value: string | undefined, folder: string): boolean {
  if (value === undefined || /["\r\n]/.test(value)) return false;
  const wanted = realPath(folder);
  return value
    .split(",")
    .some((path) => isAbsolute(path) && wanted !== undefined && realPath(path) === wanted);
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    // A path that does not exist is no pack; the engine refuses it by itself.
    return undefined;
  }
}
