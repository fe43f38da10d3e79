/**
 * The process that keeps one control plane running: `node supervisor.ts <folder>`. It starts the components in order, starts
 * again what ends by itself, and stops everything when it is told to (SIGTERM) or when the folder of the cluster is gone,
 * so that deleting a checkout leaves no process behind. It leads the process group of all its children.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, existsSync, rmSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { ApiClient } from "./api-client.ts";
import { clusterFolder } from "./cluster-folder.ts";
import { kubeconfigComponents } from "./components.ts";
import { identities, readTokens } from "./credentials.ts";
import { formatKubeconfig } from "./kubeconfig.ts";
import { readPlan, serverUrl, type Component, type StartPoint } from "./launch-plan.ts";
import { limitLog, openLog } from "./log-file.ts";
import { writePrivateFile } from "./private-file.ts";
import { findProcess } from "./process-identity.ts";
import { afterExit, restartDelay, type FailureStreak } from "./restart-delay.ts";
import { readProcesses, supervisorName, writeProcesses, type NamedProcess } from "./running-processes.ts";
import { certificateAuthority } from "./serving-certificate.ts";
import { waitFor } from "./waiting.ts";

const [, , directory = ""] = process.argv;
const folder = clusterFolder(directory);
const plan = readPlan(folder);
if (directory === "" || !plan) {
  console.error(`there is no launch plan in '${directory}'`);
  process.exit(2);
}

interface Running {
  readonly component: Component;
  readonly child: ChildProcess;
  readonly identity: NamedProcess | undefined;
}

const running = new Map<string, Running>();
const streaks = new Map<string, FailureStreak>();
let stopping = false;

function report(message: string): void {
  console.log(`${new Date().toISOString()} ${message}`);
}

function identify(name: string, pid: number | undefined): NamedProcess | undefined {
  const found = pid === undefined ? undefined : findProcess(pid);
  return found && { name, pid: found.pid, started: found.started };
}

const self = identify(supervisorName, process.pid);

/** Whether the folder is gone, or belongs to another supervisor because it was removed and made anew. */
function isDispossessed(): boolean {
  if (!existsSync(folder.plan)) return true;
  const owner = readProcesses(folder).find(({ name }) => name === supervisorName);
  return owner !== undefined && (owner.pid !== self?.pid || owner.started !== self.started);
}

function record(): void {
  const identified = [self, ...[...running.values()].map(({ identity }) => identity)];
  writeProcesses(
    folder,
    identified.filter((entry) => entry !== undefined),
    new Map([...streaks].map(([name, { failures }]) => [name, failures])),
  );
}

/** Records what runs, unless the folder is not ours any more: nothing may bring a removed folder back. */
function recordChange(): void {
  if (!isDispossessed()) record();
}

/** What a component sees of the environment: the engine's secrets are none of its business. */
function environment(component: Component): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, LANG, XDG_CACHE_HOME } = process.env;
  return { PATH, HOME, TMPDIR, LANG, XDG_CACHE_HOME, ...component.env };
}

function start(component: Component): void {
  if (stopping || running.has(component.name)) return;
  const log = openLog(folder.log(component.name));
  const begun = performance.now();
  const child = spawn(component.command, component.args, {
    cwd: folder.root,
    env: environment(component),
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  running.set(component.name, { component, child, identity: identify(component.name, child.pid) });
  recordChange();

  let ended = false;
  const end = (how: string): void => {
    if (ended) return;
    ended = true;
    running.delete(component.name);
    if (stopping) return;
    const streak = afterExit(streaks.get(component.name) ?? { failures: 0 }, performance.now() - begun);
    streaks.set(component.name, streak);
    const delay = restartDelay(streak);
    report(`${component.name} ended (${how}); starting it again in ${delay} ms`);
    recordChange();
    setTimeout(() => start(component), delay);
  };
  child.once("error", (error) => end(error.message));
  child.once("exit", (code, signal) => end(signal ?? `exit code ${code}`));
}

function startAll(point: StartPoint): void {
  for (const component of plan?.components ?? []) if (component.startsAt === point) start(component);
}

function writeKubeconfigs(server: string, authority: string): void {
  const tokens = readTokens(folder);
  for (const [component, name] of Object.entries(kubeconfigComponents)) {
    writePrivateFile(
      folder.componentKubeconfig(component),
      formatKubeconfig({
        context: component,
        user: identities[name].user,
        server,
        certificateAuthority: authority,
        token: tokens[name],
      }),
    );
  }
  writePrivateFile(
    folder.kubeconfig,
    formatKubeconfig({
      context: "admin",
      user: identities.administrator.user,
      server,
      certificateAuthority: authority,
      token: tokens.administrator,
    }),
  );
}

async function stopComponents(names: readonly string[], graceMs: number): Promise<void> {
  const left = () => names.map((name) => running.get(name)?.child).filter((child) => child !== undefined);
  for (const child of left()) child.kill("SIGTERM");
  await waitFor(() => (left().length === 0 ? true : undefined), { timeoutMs: graceMs, everyMs: 20 });
  for (const child of left()) child.kill("SIGKILL");
  await waitFor(() => (left().length === 0 ? true : undefined), { timeoutMs: 2000, everyMs: 20 });
}

async function stopAll(reason: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  report(`stopping: ${reason}`);
  const names = [...running.keys()];
  // The API server's last writes need etcd.
  await stopComponents(
    names.filter((name) => name !== "etcd"),
    4000,
  );
  await stopComponents(["etcd"], 3000);
  process.exit(0);
}

process.on("SIGTERM", () => void stopAll("told to"));
process.on("SIGINT", () => void stopAll("interrupted"));
process.on("SIGHUP", () => undefined);

/** Looks until there is an answer or the control plane is being stopped. */
async function untilStopped<T>(look: () => Promise<T | undefined> | T | undefined): Promise<T | undefined> {
  for (;;) {
    const answer = stopping ? undefined : await look();
    if (answer !== undefined || stopping) return answer;
    await sleep(20);
  }
}

async function startInOrder(server: string): Promise<void> {
  // An earlier etcd may have left its socket, on which nobody listens.
  rmSync(folder.etcdSocket, { force: true });
  record();
  startAll("now");
  if (!(await untilStopped(() => (existsSync(folder.etcdSocket) ? true : undefined)))) return;
  startAll("store");
  const authority = await untilStopped(() => certificateAuthority(folder));
  if (authority === undefined) return;
  const token = readTokens(folder).supervisor;
  const client = new ApiClient({ server, certificateAuthority: authority, token });
  const ready = await untilStopped(async () => ((await client.isReady()) ? true : undefined));
  client.close();
  if (!ready) return;
  report("the API server is ready");
  writeKubeconfigs(server, authority);
  startAll("ready");
}

// The folder is looked at rather than watched: a watch is lost when the folder is moved or its file system goes away.
setInterval(() => {
  if (isDispossessed()) void stopAll("the cluster's folder is gone or has another supervisor");
}, 1000);
setInterval(() => {
  for (const { name } of plan.components) limitLog(folder.log(name));
}, 60_000);

startInOrder(serverUrl(plan)).catch((error: unknown) => {
  report(`cannot start: ${error instanceof Error ? error.message : String(error)}`);
  void stopAll("starting failed");
});
