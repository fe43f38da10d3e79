import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { changeBehindPulumi, deleteBehindPulumi } from "../../../../local/azure/arm/drift.ts";
import { minutesOf, timedTypes } from "../../../../local/azure/arm/durations.ts";
import { clearFaults, injectFault } from "../../../../local/azure/arm/inject-fault.ts";
import { openArm } from "../../../../local/azure/arm/open.ts";
import {
  criticalPathMinutes,
  operationLog,
  setClockFactor,
} from "../../../../local/azure/arm/simulated-time.ts";
import { LocalArm, location, refused } from "./local-arm.ts";
import { leastCluster, putNetwork, putSubnet, tokens } from "./platform.ts";
import { putPlatform } from "./whole-platform.ts";
import { localAzureStatus } from "../../../../local/azure/status.ts";
import { isObject, listAt, parseJson } from "../../../../local/kubernetes/json.ts";

const child = fileURLToPath(new URL("./child.ts", import.meta.url));
const group = { resourceGroupName: "rg" };

/** Starts a second process, and waits until it has begun. */
async function start(
  stateDirectory: string,
  task: string,
  argument: string,
): Promise<{ process: ChildProcess; output: () => string }> {
  const started = spawn(process.execPath, [child, stateDirectory, task, argument], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  started.stdout.setEncoding("utf8");
  const ready = new Promise<void>((resolve) => {
    started.stdout.on("data", (text: string) => {
      output += text;
      if (output.includes("ready")) resolve();
    });
    started.once("exit", () => {
      resolve();
    });
  });
  await ready;
  return { process: started, output: () => output };
}

async function ended(started: ChildProcess): Promise<void> {
  if (started.exitCode === null && started.signalCode === null) await once(started, "exit");
}

describe("several processes on one local Azure", function () {
  this.timeout(60_000);
  let local: LocalArm;
  beforeEach(async () => {
    local = await LocalArm.open();
    await local.group();
  });
  afterEach(() => {
    local.close();
  });

  it("write at once, and nothing is lost", async () => {
    const names = ["one", "two", "three"];
    const children = await Promise.all(names.map((name) => start(local.stateDirectory, "identities", name)));
    for (const { process: started } of children) await ended(started);
    const codes = children.map(({ process: started }) => started.exitCode);
    assert.deepEqual(codes, [0, 0, 0]);
    for (const name of names) {
      for (const index of [0, 100, 199])
        await local.get(tokens.identity, { resourceName: `${name}-${index}` });
    }
  });

  it("open a new one at once", async () => {
    const directory = mkdtempSync(join(tmpdir(), "local-arm-"));
    const children = await Promise.all(
      ["a", "b", "c", "d"].map((name) => start(join(directory, "azure"), "claim", name)),
    );
    for (const { process: started } of children) await ended(started);
    const outputs = children.map(({ output }) => output());
    assert.equal(outputs.filter((output) => output.includes("got it")).length, 1, outputs.join());
    assert.equal(
      outputs.filter((output) => output.includes("The storage account named wanted is already taken."))
        .length,
      3,
      outputs.join(),
    );
    rmSync(directory, { recursive: true });
  });

  it("refuse a change while another process creates a cluster", async () => {
    const { process: started } = await start(local.stateDirectory, "cluster", "aks");
    const creating = await local.get(tokens.cluster, { resourceName: "aks" });
    assert.equal(creating.outputs["provisioningState"], "Creating");
    const error = await refused(local.put(tokens.cluster, { resourceName: "aks" }, leastCluster));
    assert.equal(error.status, 409);
    assert.equal(
      error.detail,
      "Operation is not allowed: Another operation (Updating) is in progress, please wait for it to finish before starting a new operation. See https://aka.ms/aks-pending-operation for more details",
    );
    started.kill("SIGKILL");
    await once(started, "exit");
  });

  it("take over what a killed process was creating", async () => {
    const { process: started } = await start(local.stateDirectory, "cluster", "aks");
    started.kill("SIGKILL");
    await once(started, "exit");
    assert.equal(local.controlPlane.clusters.size, 0);
    const read = await local.get(tokens.cluster, { resourceName: "aks" });
    assert.equal(read.outputs["provisioningState"], "Succeeded");
    assert.equal(local.controlPlane.clusters.size, 1);
  });

  it("write over what a killed process was creating", async () => {
    const { process: started } = await start(local.stateDirectory, "cluster", "aks");
    started.kill("SIGKILL");
    await once(started, "exit");
    const written = await local.put(tokens.cluster, { resourceName: "aks" }, leastCluster);
    assert.equal(written.outputs["provisioningState"], "Succeeded");
    const log = await operationLog(local.stateDirectory);
    assert.deepEqual(
      log.filter(({ token }) => token === tokens.cluster).map(({ status }) => status),
      ["abandoned", "succeeded"],
    );
  });

  it("end what a killed process was deleting", async () => {
    for (const next of ["read", "write", "delete"]) {
      await local.put(tokens.cluster, { resourceName: "aks" }, leastCluster);
      const { process: started } = await start(local.stateDirectory, "delete-cluster", "aks");
      started.kill("SIGKILL");
      await ended(started);
      assert.equal(local.controlPlane.clusters.size, 1);
      if (next === "write") {
        const written = await local.put(tokens.cluster, { resourceName: "aks" }, leastCluster);
        assert.equal(written.outputs["provisioningState"], "Succeeded");
        await local.delete(tokens.cluster, { resourceName: "aks" });
      } else {
        const aks = { resourceName: "aks" };
        const call = next === "read" ? local.get(tokens.cluster, aks) : local.delete(tokens.cluster, aks);
        assert.equal((await refused(call)).status, 404);
      }
      assert.equal(local.controlPlane.clusters.size, 0);
    }
  });

  it("may be killed at any point", async () => {
    for (const delay of [0, 3, 7, 15, 30]) {
      const { process: started } = await start(local.stateDirectory, "identities", `killed-${delay}`);
      await sleep(delay);
      started.kill("SIGKILL");
      await once(started, "exit");
      const database = new DatabaseSync(join(local.stateDirectory, "azure.db"), { timeout: 5000 });
      assert.equal(database.prepare("PRAGMA integrity_check").get()?.["integrity_check"], "ok");
      database.close();
      await local.put(tokens.identity, { resourceName: `after-${delay}` }, { location });
    }
  });
});

describe("faults of the local Azure", () => {
  let local: LocalArm;
  beforeEach(async () => {
    local = await LocalArm.open();
    await local.group();
  });
  afterEach(() => {
    local.close();
  });
  const identity = { resourceName: "identity" };
  const put = () => local.put(tokens.identity, identity, { location });

  it("refuse as often as they are told to", async () => {
    const error = { status: 429, code: "TooManyRequests", message: "Slow down." };
    await injectFault(local.stateDirectory, {
      token: tokens.identity,
      operation: "put",
      phase: "refused",
      count: 2,
      error,
    });
    for (let time = 0; time < 2; time += 1) {
      const refusal = await refused(put());
      assert.equal(refusal.message, 'Status=429 Code="TooManyRequests" Message="Slow down."');
    }
    await put();
  });

  it("fail after acceptance, and keep the resource as failed", async () => {
    const error = {
      status: 200,
      code: "ProvisioningDisabled",
      message: "Provisioning is restricted in this region.",
    };
    await injectFault(local.stateDirectory, {
      token: "*",
      operation: "put",
      phase: "accepted",
      count: 1,
      error,
    });
    const refusal = await refused(put());
    assert.equal(
      refusal.accepted?.id,
      local.id(tokens.identity, identity).replace("resourceGroups", "resourcegroups"),
    );
    await local.get(tokens.identity, identity);
    await put();
  });

  it("concern reads and deletes too", async () => {
    await put();
    for (const operation of ["get", "delete"] as const) {
      await injectFault(local.stateDirectory, { token: "*", operation, phase: "refused", count: 1 });
      const call =
        operation === "get" ? local.get(tokens.identity, identity) : local.delete(tokens.identity, identity);
      assert.equal((await refused(call)).status, 500);
    }
    await local.get(tokens.identity, identity);
  });

  it("are forgotten on demand, and must name a type", async () => {
    await injectFault(local.stateDirectory, { token: "*", operation: "put", phase: "refused", count: 5 });
    await clearFaults(local.stateDirectory);
    await put();
    const wrong = { token: "azure-native:tea:Pot", operation: "put", phase: "refused", count: 1 } as const;
    await assert.rejects(
      injectFault(local.stateDirectory, wrong),
      /there is no resource type azure-native:tea:Pot/,
    );
  });

  it("kill the process right after acceptance", async () => {
    await injectFault(local.stateDirectory, {
      token: tokens.identity,
      operation: "put",
      phase: "crash",
      count: 1,
    });
    const { process: started } = await start(local.stateDirectory, "identities", "crash");
    await ended(started);
    assert.equal(started.signalCode, "SIGKILL");
    const read = await local.get(tokens.identity, { resourceName: "crash-0" });
    assert.notEqual(read.outputs["principalId"], undefined);
    const log = await operationLog(local.stateDirectory);
    assert.equal(log.at(-1)?.status, "succeeded");
  });
});

describe("drift of the local Azure", () => {
  let local: LocalArm;
  beforeEach(async () => {
    local = await LocalArm.open();
    await local.group();
  });
  afterEach(() => {
    local.close();
  });

  it("changes a resource behind Pulumi's back", async () => {
    const { id } = await local.put(
      tokens.identity,
      { resourceName: "identity" },
      { location, tags: { owner: "us" } },
    );
    await changeBehindPulumi(local.stateDirectory, id, { tags: { owner: "them", extra: "yes" } });
    assert.deepEqual((await local.get(tokens.identity, { resourceName: "identity" })).outputs["tags"], {
      owner: "them",
      extra: "yes",
    });
    await changeBehindPulumi(local.stateDirectory, id, { tags: null });
    assert.equal((await local.get(tokens.identity, { resourceName: "identity" })).outputs["tags"], undefined);
  });

  it("scales a pool for real", async () => {
    await local.put(tokens.cluster, { resourceName: "aks" }, leastCluster);
    const id = local.id(tokens.pool, { resourceName: "aks", agentPoolName: "system" });
    const { controlPlane } = local;
    await changeBehindPulumi(local.stateDirectory, id, { count: 7 }, { controlPlane });
    assert.equal([...controlPlane.clusters.values()][0]?.pools[0]?.count, 7);
  });

  it("deletes a resource behind Pulumi's back, unless Azure would not", async () => {
    await putNetwork(local);
    const { id } = await putSubnet(local, "nodes", "10.224.0.0/24");
    await deleteBehindPulumi(local.stateDirectory, id);
    assert.equal(
      (await refused(local.get(tokens.subnet, { virtualNetworkName: "vnet", subnetName: "nodes" }))).status,
      404,
    );
    await assert.rejects(deleteBehindPulumi(local.stateDirectory, id), /there is no resource/);
  });
});

describe("time of the local Azure", () => {
  let local: LocalArm;
  beforeEach(async () => {
    local = await LocalArm.open();
    await local.group();
  });
  afterEach(() => {
    local.close();
  });

  it("costs nothing, and says what it would have cost", async () => {
    await putNetwork(local);
    await putSubnet(local, "one", "10.224.0.0/24");
    await putSubnet(local, "two", "10.224.1.0/24");
    const log = await operationLog(local.stateDirectory);
    const expected = minutesOf(tokens.group) + minutesOf(tokens.network) + minutesOf(tokens.subnet);
    assert.ok(Math.abs(criticalPathMinutes(log) - expected) < 1e-9);
    assert.ok(log.every(({ status }) => status === "succeeded"));
  });

  it("passes at a factor", async () => {
    await setClockFactor(local.stateDirectory, 0.02);
    const begun = performance.now();
    await putNetwork(local);
    const milliseconds = performance.now() - begun;
    const expected = minutesOf(tokens.network) * 60_000 * 0.02;
    assert.ok(
      milliseconds >= expected - 5 && milliseconds < expected + 1000,
      `${milliseconds} ms, not ${expected}`,
    );
    await assert.rejects(setClockFactor(local.stateDirectory, -1), /must be a number, 0 or greater/);
  });

  it("goes on when the caller gives up", async () => {
    await setClockFactor(local.stateDirectory, 0.05);
    const giveUp = new AbortController();
    const id = local.id(tokens.network, { virtualNetworkName: "vnet" });
    const body = { location, addressSpace: { addressPrefixes: ["10.224.0.0/16"] } };
    const write = local.arm.put({
      token: tokens.network,
      id,
      pathParameters: {},
      body,
      apiVersion: "",
      signal: giveUp.signal,
    });
    giveUp.abort(new Error("cancelled by the user"));
    await assert.rejects(write, /cancelled by the user/);
    assert.equal((await local.arm.get(tokens.network, id)).outputs["provisioningState"], "Creating");
    await sleep(minutesOf(tokens.network) * 60_000 * 0.05 + 200);
    assert.equal((await local.arm.get(tokens.network, id)).outputs["provisioningState"], "Succeeded");
  });

  it("is interrupted by the end of the process, and ends at the next read", async () => {
    await setClockFactor(local.stateDirectory, 10);
    const write = putNetwork(local);
    await sleep(50);
    local.arm.close();
    await assert.rejects(write, /closed/);
    await local.reopen();
    await setClockFactor(local.stateDirectory, 0);
    assert.equal(
      (await local.get(tokens.network, { virtualNetworkName: "vnet" })).outputs["provisioningState"],
      "Succeeded",
    );
  });

  it("has the durations of the collected facts", () => {
    const facts = parseJson(
      readFileSync(new URL("../../../../local/azure/facts/durations.json", import.meta.url), "utf8"),
    );
    const collected = new Map(
      listAt(facts, "types").flatMap((row) =>
        isObject(row) ? [[String(row["type"]), Number(row["typicalMinutes"])] as const] : [],
      ),
    );
    for (const [type, minutes] of timedTypes()) assert.equal(minutes, collected.get(type), type);
  });
});

describe("state of the local Azure", () => {
  it("is readable for its owner only, and of one step", async () => {
    const local = await LocalArm.open();
    assert.equal(statSync(join(local.stateDirectory, "azure.db")).mode & 0o077, 0);
    local.arm.close();
    const database = new DatabaseSync(join(local.stateDirectory, "azure.db"));
    database.exec("PRAGMA user_version = 99");
    database.close();
    await assert.rejects(openArm({ stateDirectory: local.stateDirectory }), /written by a newer checkout/);
    rmSync(local.directory, { recursive: true });
  });

  it("survives the delete of a group that holds everything", async () => {
    const local = await LocalArm.open();
    await putPlatform(local);
    const blocked = await refused(local.delete(tokens.group, group));
    assert.equal(blocked.code, "ScopeLocked");
    const { controlPlane } = local;
    const { resources } = await localAzureStatus(local.stateDirectory, { controlPlane });
    const lock = resources.find(({ token }) => token === tokens.lock);
    await local.arm.delete(tokens.lock, lock?.id ?? "");
    await local.delete(tokens.group, group);
    const after = await localAzureStatus(local.stateDirectory, { controlPlane });
    assert.deepEqual(after.resources, []);
    assert.deepEqual(after.clusters, []);
    assert.deepEqual(
      after.deleted.map(({ realm, name }) => `${realm} ${name}`),
      ["vault platform-vault"],
    );
    local.close();
  });
});
