import type { ClusterFolder } from "./cluster-folder.ts";
import { at, isObject, listAt, parseJson, stringAt } from "./json.ts";
import { readIfThere, writePrivateFile } from "./private-file.ts";
import type { ProcessIdentity } from "./process-identity.ts";

/** A process of a cluster by its name. */
export interface NamedProcess extends ProcessIdentity {
  readonly name: string;
}

/** Name under which the supervisor stands among the processes. */
export const supervisorName = "supervisor";

/** What the record says runs; the supervisor comes first and leads the process group of the others. */
export function readProcesses(folder: ClusterFolder): NamedProcess[] {
  const value = parseJson(readIfThere(folder.processes) ?? "");
  const found: NamedProcess[] = [];
  for (const entry of listAt(value, "processes")) {
    const pid = at(entry, "pid");
    const name = stringAt(entry, "name");
    const started = stringAt(entry, "started");
    if (typeof pid === "number" && name !== "" && started !== "") found.push({ name, pid, started });
  }
  return found;
}

/** How often in a row each component has failed; those that have not are left out. */
export function readFailures(folder: ClusterFolder): ReadonlyMap<string, number> {
  const value = parseJson(readIfThere(folder.processes) ?? "");
  const failures = at(value, "failures");
  const counted = new Map<string, number>();
  if (!isObject(failures)) return counted;
  for (const [name, count] of Object.entries(failures))
    if (typeof count === "number") counted.set(name, count);
  return counted;
}

/** Records what runs and what fails. */
export function writeProcesses(
  folder: ClusterFolder,
  processes: readonly NamedProcess[],
  failures: ReadonlyMap<string, number> = new Map(),
): void {
  writePrivateFile(
    folder.processes,
    `${JSON.stringify({ processes, failures: Object.fromEntries(failures) })}\n`,
  );
}
