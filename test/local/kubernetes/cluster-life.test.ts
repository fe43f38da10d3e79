import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { clusterFolder } from "../../../local/kubernetes/cluster-folder.ts";
import { controlPlane, createControlPlane } from "../../../local/kubernetes/local-cluster.ts";
import { isAlive, type ProcessIdentity } from "../../../local/kubernetes/process-identity.ts";
import { readProcesses } from "../../../local/kubernetes/running-processes.ts";
import { clusterProcesses } from "../../../local/kubernetes/terminate.ts";
import { accessWith, eventually } from "./cluster-access.ts";
import { clusterSpec, pool } from "./pools.ts";
import { temporaryLocalFolder, type TemporaryLocalFolder } from "./temporary-local-folder.ts";

const binariesToBuild = 30 * 60_000;
const namespace = "default";

describe("the life of a local cluster", function () {
  this.timeout(90_000);
  let local: TemporaryLocalFolder;
  before(async function () {
    this.timeout(binariesToBuild);
    local = await temporaryLocalFolder();
  });
  after(() => local?.remove());

  const small = (directory: string) => clusterSpec(directory, { pools: [pool({ count: 1 })] });
  const accessTo = async (directory: string) =>
    accessWith(await controlPlane.adminKubeconfig(directory, "shop"));
  const pidOf = (directory: string, name: string): ProcessIdentity => {
    const found = readProcesses(clusterFolder(directory)).find((entry) => entry.name === name);
    assert.ok(found, `${name} is recorded`);
    return found;
  };
  const allOf = (directory: string) => clusterProcesses(clusterFolder(directory));

  describe("stopped and started again", () => {
    let directory: string;
    before(async () => {
      directory = local.cluster("again");
      await controlPlane.ensure(small(directory));
    });
    after(() => controlPlane.remove(directory));

    const note = async () =>
      (await (await accessTo(directory)).core.readNamespacedConfigMap({ name: "note", namespace })).data;

    it("does nothing when everything is as it should be", async () => {
      const before = allOf(directory);
      const started = performance.now();
      await controlPlane.ensure(small(directory));
      const took = performance.now() - started;
      assert.deepEqual(allOf(directory), before);
      assert.ok(took < 2000, `it took ${took} ms`);
    });

    it("keeps its objects, its address and its nodes' machines", async () => {
      const access = await accessTo(directory);
      await access.core.createNamespacedConfigMap({
        namespace,
        body: { metadata: { name: "note" }, data: { said: "before the stop" } },
      });
      const endpoint = await controlPlane.endpoint(directory);
      const uids = async () =>
        (await (await accessTo(directory)).core.listNode()).items.map(({ metadata }) => metadata?.uid);
      const nodes = await uids();
      const processes = allOf(directory);

      await controlPlane.stop(directory);
      assert.deepEqual(processes.filter(isAlive), []);
      assert.deepEqual(await controlPlane.status(directory), []);
      await controlPlane.stop(directory);

      await controlPlane.ensure(small(directory));
      assert.deepEqual(await note(), { said: "before the stop" });
      assert.deepEqual(await controlPlane.endpoint(directory), endpoint);
      assert.deepEqual(await uids(), nodes);
    });

    it("starts for a change of its pools", async () => {
      await controlPlane.stop(directory);
      await controlPlane.applyPools(directory, [pool({ count: 2 })]);
      assert.equal((await (await accessTo(directory)).core.listNode()).items.length, 2);
    });

    for (const name of ["kube-apiserver", "etcd", "kwok"]) {
      it(`starts ${name} again after kill -9`, async () => {
        const killed = pidOf(directory, name);
        process.kill(killed.pid, "SIGKILL");
        await eventually("the process is gone", () => !isAlive(killed));
        await controlPlane.ensure(small(directory));
        await eventually("another one runs", () => isAlive(pidOf(directory, name)));
        await eventually("the cluster answers", async () => (await note())?.said === "before the stop");
      });
    }

    it("leaves no stray process when its supervisor is killed", async () => {
      const before = allOf(directory);
      const killed = pidOf(directory, "supervisor");
      process.kill(killed.pid, "SIGKILL");
      await eventually("the supervisor is gone", () => !isAlive(killed));
      await controlPlane.ensure(small(directory));
      assert.deepEqual(before.filter(isAlive), []);
      assert.deepEqual(await note(), { said: "before the stop" });
    });

    it("makes a new certificate in place of a broken one", async () => {
      const before = await controlPlane.endpoint(directory);
      await controlPlane.stop(directory);
      writeFileSync(clusterFolder(directory).servingCertificate, "");
      await controlPlane.ensure(small(directory));
      const after = await controlPlane.endpoint(directory);
      assert.equal(after.server, before.server);
      assert.notEqual(after.certificateAuthority, before.certificateAuthority);
      assert.deepEqual(await note(), { said: "before the stop" });
    });

    it("takes a person's new token", async () => {
      await controlPlane.ensure({ ...small(directory), personToken: "renewed" });
      const kubeconfig = await controlPlane.adminKubeconfig(directory, "shop");
      await accessWith(kubeconfig, "renewed").core.listNode();
      await assert.rejects(accessWith(kubeconfig, "token-of-a-person").core.listNode(), /401|Unauthorized/);
    });

    it("moves to another port, and says so, when a stranger has taken its own", async () => {
      const { server: before } = await controlPlane.endpoint(directory);
      await controlPlane.stop(directory);
      const stranger = createServer().listen(Number(new URL(before).port), "127.0.0.1");
      await once(stranger, "listening");
      const reports: string[] = [];
      try {
        await createControlPlane({ report: (message) => reports.push(message) }).ensure(small(directory));
      } finally {
        stranger.close();
      }
      const { server: after } = await controlPlane.endpoint(directory);
      assert.notEqual(after, before);
      assert.match(reports.join(), new RegExp(`moves to ${after}`));
      assert.deepEqual(await note(), { said: "before the stop" });
      assert.match(readFileSync(clusterFolder(directory).kubeconfig, "utf8"), new RegExp(after));
    });

    it("does not signal a stranger that got a recorded number", async () => {
      await controlPlane.stop(directory);
      const stranger = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
      try {
        const processes = [{ name: "supervisor", pid: stranger.pid, started: "another/1" }];
        writeFileSync(clusterFolder(directory).processes, JSON.stringify({ processes }));
        await controlPlane.stop(directory);
        assert.equal(stranger.exitCode, null);
        assert.equal(stranger.signalCode, null);
      } finally {
        const exited = once(stranger, "exit");
        stranger.kill("SIGKILL");
        await exited;
      }
    });
  });

  it("removes every process and the folder, twice if asked", async () => {
    const directory = local.cluster("removed");
    await controlPlane.ensure(small(directory));
    const processes = allOf(directory);
    assert.equal(processes.length, 6);
    await controlPlane.remove(directory);
    assert.deepEqual(processes.filter(isAlive), []);
    assert.equal(existsSync(directory), false);
    await controlPlane.remove(directory);
  });

  it("ends by itself when somebody deletes the folder", async () => {
    const directory = local.cluster("deleted");
    await controlPlane.ensure(small(directory));
    const processes = allOf(directory);
    rmSync(directory, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
    await eventually("no process is left", () => processes.filter(isAlive).length === 0);
    assert.equal(existsSync(directory), false);
  });

  it("runs beside another one, each with its own objects", async () => {
    const [first, second] = [local.cluster("dev"), local.cluster("prod")];
    const specOf = (directory: string) => ({
      ...small(directory),
      id: `${small(directory).id}-${path.basename(directory)}`,
    });
    await Promise.all([controlPlane.ensure(specOf(first)), controlPlane.ensure(specOf(second))]);
    const [one, two] = [await accessTo(first), await accessTo(second)];
    await one.core.createNamespace({ body: { metadata: { name: "only-in-dev" } } });
    await assert.rejects(two.core.readNamespace({ name: "only-in-dev" }), /404|not found/);
    await controlPlane.remove(first);
    assert.equal((await two.core.listNode()).items.length, 1);
    await controlPlane.remove(second);
  });

  it("starts once when two deployments ask at the same time", async () => {
    const directory = local.cluster("raced");
    await Promise.all([controlPlane.ensure(small(directory)), controlPlane.ensure(small(directory))]);
    assert.equal((await controlPlane.status(directory)).filter(({ name }) => name === "etcd").length, 1);
    assert.equal(allOf(directory).length, 6);
    await controlPlane.remove(directory);
  });

  it("outlives the process that started it", async () => {
    const directory = local.cluster("outliving");
    const module = path.resolve(import.meta.dirname, "../../../local/kubernetes/local-cluster.ts");
    const script = `
      const { controlPlane } = await import(${JSON.stringify(module)});
      await controlPlane.ensure(${JSON.stringify(small(directory))});
      process.kill(process.pid, "SIGKILL");
    `;
    const starter = spawn(process.execPath, ["--input-type=module", "-e", script], {
      stdio: "inherit",
      detached: true,
    });
    await once(starter, "exit");
    assert.equal(starter.signalCode, "SIGKILL");
    assert.equal(allOf(directory).length, 6);
    assert.equal((await (await accessTo(directory)).core.listNode()).items.length, 1);
    await controlPlane.remove(directory);
  });

  it("runs companions with the administrator's kubeconfig and nothing else of the environment", async () => {
    const directory = local.cluster("accompanied");
    const output = path.join(local.root, "companion.json");
    const program = `
      require("node:fs").writeFileSync(${JSON.stringify(output)}, JSON.stringify(process.env));
      setInterval(() => {}, 1000);
    `;
    process.env.SECRET_OF_THE_ENGINE = "hidden";
    try {
      await controlPlane.ensure({
        ...small(directory),
        companions: [{ name: "cloud-controller", command: process.execPath, args: ["-e", program] }],
      });
    } finally {
      delete process.env.SECRET_OF_THE_ENGINE;
    }
    await eventually(
      "the companion has started",
      () => existsSync(output) && readFileSync(output).length > 0,
    );
    const environment = JSON.parse(readFileSync(output, "utf8")) as Record<string, string>;
    assert.equal(environment.KUBECONFIG, clusterFolder(directory).kubeconfig);
    assert.ok(existsSync(environment.KUBECONFIG ?? ""));
    assert.equal(environment.SECRET_OF_THE_ENGINE, undefined);

    const first = pidOf(directory, "cloud-controller");
    process.kill(first.pid, "SIGKILL");
    await eventually("it was started again", () => {
      const current = readProcesses(clusterFolder(directory)).find(({ name }) => name === "cloud-controller");
      return current !== undefined && current.pid !== first.pid && isAlive(current);
    });
    const last = pidOf(directory, "cloud-controller");
    await controlPlane.remove(directory);
    assert.equal(isAlive(last), false);
  });

  it("refuses to become another cluster", async () => {
    const directory = local.cluster("fixed");
    mkdirSync(directory, { recursive: true });
    const { id, location, nodeResourceGroup, subscriptionId, kubernetesVersion, serviceCidr, podCidr } =
      small(directory);
    const record = {
      id,
      location,
      nodeResourceGroup,
      subscriptionId,
      kubernetesVersion,
      serviceCidr,
      podCidr,
    };
    writeFileSync(clusterFolder(directory).record, JSON.stringify({ ...record, port: 20_001, pools: [] }));
    await assert.rejects(
      controlPlane.ensure({ ...small(directory), podCidr: "10.9.0.0/16" }),
      /the podCidr '10.244.0.0\/16', which cannot become '10.9.0.0\/16'/,
    );
    assert.deepEqual(await controlPlane.status(directory), []);
  });

  it("says why it does not start", async () => {
    const directory = local.cluster("broken");
    const folder = clusterFolder(directory);
    mkdirSync(folder.root, { recursive: true });
    // etcd cannot keep its data where a file lies.
    writeFileSync(folder.etcdData, "");
    await assert.rejects(controlPlane.ensure(small(directory)), /does not start[\s\S]*etcd\.log/);
    await controlPlane.remove(directory);
  });

  it("knows nothing of a folder that was never started", async () => {
    const directory = local.cluster("unknown");
    await assert.rejects(controlPlane.endpoint(directory), /no control plane was ever started/);
    await assert.rejects(
      controlPlane.adminKubeconfig(directory, "shop"),
      /no control plane was ever started/,
    );
    await assert.rejects(controlPlane.applyPools(directory, []), /no control plane was ever started/);
    assert.deepEqual(await controlPlane.status(directory), []);
    await controlPlane.stop(directory);
  });
});
