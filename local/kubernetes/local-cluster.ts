import { mkdirSync, rmSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { addonObjects } from "./addon-objects.ts";
import { hasStatus, type ApiClient } from "./api-client.ts";
import { findBinaries } from "./binaries.ts";
import { clusterFolder, type ClusterFolder } from "./cluster-folder.ts";
import { withClusterLock } from "./cluster-lock.ts";
import {
  readRecord,
  recordOf,
  refuseImpossibleChange,
  writeRecord,
  type ClusterRecord,
} from "./cluster-record.ts";
import type { ClusterSpec, ControlPlane, NodePool } from "./cluster.ts";
import { launchPlan } from "./components.ts";
import { startedControlPlane } from "./control-plane-start.ts";
import { ensureCredentials, identities, readTokens } from "./credentials.ts";
import { formatKubeconfig } from "./kubeconfig.ts";
import { readPlan, serverUrl, writePlan } from "./launch-plan.ts";
import { chooseFreePort, isPortFree } from "./loopback-port.ts";
import { desiredNodes } from "./node-pool.ts";
import { applyNodes } from "./node-pools.ts";
import { certificateAuthority } from "./serving-certificate.ts";
import { livingProcesses, livingSupervisor, terminate } from "./terminate.ts";
import { waitFor } from "./waiting.ts";

/** What a control plane may be told beside its seam. */
export interface ControlPlaneOptions {
  /** Gets what a person should know, such as a server URL that had to change. Default: standard error. */
  readonly report?: (message: string) => void;
}

function reportOnStandardError(message: string): void {
  process.stderr.write(`${message}\n`);
}

/** Real control planes on this machine, each in a folder of its own. */
export function createControlPlane(options: ControlPlaneOptions = {}): ControlPlane {
  const report = options.report ?? reportOnStandardError;
  return {
    ensure: (spec) => ensure(spec, report),
    applyPools,
    endpoint: (directory) => Promise.resolve().then(() => endpoint(clusterFolder(directory))),
    adminKubeconfig: (directory, contextName) =>
      Promise.resolve().then(() => adminKubeconfig(clusterFolder(directory), contextName)),
    stop: (directory) => withClusterLock(directory, () => terminate(clusterFolder(directory))),
    remove,
    status: (directory) =>
      Promise.resolve(livingProcesses(clusterFolder(directory)).map(({ name, pid }) => ({ name, pid }))),
  };
}

/** The control planes of this machine. */
export const controlPlane: ControlPlane = createControlPlane();

async function ensure(spec: ClusterSpec, report: (message: string) => void): Promise<void> {
  refuseUnsupportedSystem();
  // Wrong pools are refused before anything starts.
  const desired = desiredNodes(spec, spec.pools);
  const addons = addonObjects(spec.serviceCidr);
  // Outside of the lock: a build takes minutes.
  const binaries = await findBinaries(spec.directory);
  await withClusterLock(spec.directory, async () => {
    const folder = clusterFolder(spec.directory);
    mkdirSync(folder.root, { recursive: true, mode: 0o700 });
    const record = readRecord(folder);
    if (record) refuseImpossibleChange(record, spec);

    const tokens = ensureCredentials(folder, spec.personToken);
    const before = readPlan(folder);
    const port = await portOf(folder, before?.port, report);
    const plan = launchPlan({ spec, folder, binaries, port, tokens });
    const isNew = !isDeepStrictEqual(before, plan);
    if (isNew) {
      await terminate(folder);
      writePlan(folder, plan);
    }

    const client = await startedControlPlane(folder);
    try {
      // Before the nodes, so that a run that dies in between is taken up by the next one.
      writeRecord(folder, recordOf(spec, record?.pools ?? spec.pools, port));
      await Promise.all([
        ...addons.map(({ path, object }) =>
          client.patch(`${path}?fieldManager=aks-addons&force=true`, "apply", object),
        ),
        applyNodes(client, desired, formerNodes(record)),
        defaultServiceAccount(client),
      ]);
      writeRecord(folder, recordOf(spec, spec.pools, port));
    } finally {
      client.close();
    }
  });
}

function refuseUnsupportedSystem(): void {
  if (process.platform === "linux" || process.platform === "darwin") return;
  throw new Error(
    `the local control plane runs on Linux and macOS, not on '${process.platform}'; on Windows use the Windows Subsystem for Linux`,
  );
}

function formerNodes(record: ClusterRecord | undefined): ReturnType<typeof desiredNodes> {
  return record ? desiredNodes(record, record.pools) : [];
}

/** The cluster's port; another one when a stranger took it while the cluster was stopped. */
async function portOf(
  folder: ClusterFolder,
  before: number | undefined,
  report: (message: string) => void,
): Promise<number> {
  if (before === undefined) return chooseFreePort();
  if (livingSupervisor(folder)) return before;
  // What the cluster itself left behind does not count as a stranger.
  await terminate(folder);
  if (await isPortFree(before)) return before;
  const port = await chooseFreePort();
  report(
    `port ${before} of the cluster in ${folder.root} is taken by another program: its API server moves to ${serverUrl({ port })}; ` +
      "kubeconfigs handed out earlier are out of date",
  );
  return port;
}

/** Pods need the service account that the controller manager makes for each namespace. */
async function defaultServiceAccount(client: ApiClient): Promise<void> {
  const path = "/api/v1/namespaces/default/serviceaccounts/default";
  const found = await waitFor(
    async () => {
      try {
        await client.get(path);
        return true;
      } catch (error) {
        if (hasStatus(error, 404)) return undefined;
        throw error;
      }
    },
    { timeoutMs: 60_000, everyMs: 50 },
  );
  if (!found)
    throw new Error("the controller manager did not make the default service account within a minute");
}

async function applyPools(directory: string, pools: readonly NodePool[]): Promise<void> {
  await withClusterLock(directory, async () => {
    const folder = clusterFolder(directory);
    const record = readRecord(folder);
    if (!record) throw new Error(`no control plane was ever started in ${folder.root}`);
    const desired = desiredNodes(record, pools);
    const client = await startedControlPlane(folder);
    try {
      await applyNodes(client, desired, formerNodes(record));
      writeRecord(folder, { ...record, pools });
    } finally {
      client.close();
    }
  });
}

function endpoint(folder: ClusterFolder): { server: string; certificateAuthority: string } {
  const plan = readPlan(folder);
  const authority = certificateAuthority(folder);
  if (!plan || authority === undefined)
    throw new Error(`no control plane was ever started in ${folder.root}`);
  return { server: serverUrl(plan), certificateAuthority: authority };
}

function adminKubeconfig(folder: ClusterFolder, contextName: string): string {
  return formatKubeconfig({
    ...endpoint(folder),
    context: contextName,
    user: identities.administrator.user,
    token: readTokens(folder).administrator,
  });
}

async function remove(directory: string): Promise<void> {
  await withClusterLock(directory, async () => {
    const folder = clusterFolder(directory);
    await terminate(folder);
    rmSync(folder.root, { recursive: true, force: true, maxRetries: 3 });
  });
}
