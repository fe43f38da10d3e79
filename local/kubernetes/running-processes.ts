import type { ClusterFolder } from "./cluster-folder.ts";
import { at, listAt, parseJson, stringAt } from "./json.ts";
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

/** Records what runs. */
export function writeProcesses(folder: ClusterFolder, processes: readonly NamedProcess[]): void {
  writePrivateFile(folder.processes, `${JSON.stringify({ processes })}\n`);
}
