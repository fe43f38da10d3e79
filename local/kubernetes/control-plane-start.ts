import { spawn } from "node:child_process";
import { closeSync } from "node:fs";
import path from "node:path";
import { ApiClient } from "./api-client.ts";
import type { ClusterFolder } from "./cluster-folder.ts";
import { readTokens } from "./credentials.ts";
import { readPlan, serverUrl, type LaunchPlan } from "./launch-plan.ts";
import { openLog, tailOfLog } from "./log-file.ts";
import { findProcess } from "./process-identity.ts";
import { readFailures, supervisorName, writeProcesses } from "./running-processes.ts";
import { certificateAuthority, dropEndingCertificate } from "./serving-certificate.ts";
import { livingProcesses, livingSupervisor, terminate } from "./terminate.ts";
import { waitFor } from "./waiting.ts";

const supervisorProgram = path.join(import.meta.dirname, "supervisor.ts");

/** Starts a supervisor of its own session, which outlives this process, and the processes that started it. */
function startSupervisor(folder: ClusterFolder): void {
  const log = openLog(folder.log(supervisorName));
  const { PATH, HOME, TMPDIR, LANG, XDG_CACHE_HOME } = process.env;
  const child = spawn(
    process.execPath,
    // Node sizes its heap by the machine; this program needs very little.
    ["--max-old-space-size=32", "--max-semi-space-size=1", supervisorProgram, folder.root],
    {
      cwd: folder.root,
      detached: true,
      // The engine's environment holds secrets.
      env: { PATH, HOME, TMPDIR, LANG, XDG_CACHE_HOME },
      stdio: ["ignore", log, log],
    },
  );
  closeSync(log);
  child.unref();
  const identity = child.pid === undefined ? undefined : findProcess(child.pid);
  if (!identity) {
    throw new Error(
      `the control plane's supervisor does not start: ${tailOfLog(folder.log(supervisorName), 5)}`,
    );
  }
  // Recorded here and not by itself, so that there is no moment in which it runs and nobody knows.
  writeProcesses(folder, [{ name: supervisorName, pid: identity.pid, started: identity.started }]);
}

/** Why a control plane is not ready: its processes that do not live, and what they said last. */
function diagnosis(folder: ClusterFolder, plan: LaunchPlan): string {
  const alive = new Set(livingProcesses(folder).map(({ name }) => name));
  const suspects = [supervisorName, "etcd", "kube-apiserver"].filter((name) => !alive.has(name));
  const shown = suspects.length > 0 ? suspects : ["kube-apiserver"];
  return [
    `${serverUrl(plan)} is not ready; not running: ${suspects.length > 0 ? suspects.join(", ") : "nothing"}`,
    ...shown.map((name) => `${folder.log(name)}:\n${tailOfLog(folder.log(name), 8)}`),
  ].join("\n");
}

/** A client as administrator, when the API server has made its certificate. */
function connect(folder: ClusterFolder, plan: LaunchPlan): ApiClient | undefined {
  const authority = certificateAuthority(folder);
  if (authority === undefined) return undefined;
  return new ApiClient({
    server: serverUrl(plan),
    certificateAuthority: authority,
    token: readTokens(folder).administrator,
  });
}

/** A busy machine may need most of a minute; what fails again and again is not waited for. */
const startPatience = { timeoutMs: 90_000, everyMs: 40 };
const hopelessAfter = 5;

function isHopeless(folder: ClusterFolder): boolean {
  if (!livingSupervisor(folder)) return true;
  const failures = readFailures(folder);
  return ["etcd", "kube-apiserver"].some((name) => (failures.get(name) ?? 0) >= hopelessAfter);
}

/**
 * A client for a control plane that is ready. Starts the plan in the folder unless it runs already; what runs without its
 * supervisor is ended first. What does not come up is stopped again.
 */
export async function startedControlPlane(folder: ClusterFolder): Promise<ApiClient> {
  const plan = readPlan(folder);
  if (!plan) throw new Error(`no control plane was ever started in ${folder.root}`);
  if (!livingSupervisor(folder)) {
    await terminate(folder);
    dropEndingCertificate(folder, new Date());
    startSupervisor(folder);
  }
  let client: ApiClient | undefined;
  const ready = await waitFor(async () => {
    client ??= connect(folder, plan);
    if (client && (await client.isReady())) return client;
    return isHopeless(folder) ? null : undefined;
  }, startPatience);
  if (ready) return ready;
  client?.close();
  const reason = diagnosis(folder, plan);
  await terminate(folder);
  throw new Error(`the control plane in ${folder.root} does not start: ${reason}`);
}
