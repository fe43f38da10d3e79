import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { controlPlane } from "../../../local/kubernetes/local-cluster.ts";
import { endsSoon } from "../../../local/kubernetes/serving-certificate.ts";
import { accessWith, eventually, type ClusterAccess } from "./cluster-access.ts";
import { clusterSpec, pool } from "./pools.ts";
import { temporaryLocalFolder, type TemporaryLocalFolder } from "./temporary-local-folder.ts";
import { deployment, job } from "./workloads.ts";

const namespace = "default";
const binariesToBuild = 30 * 60_000;

describe("a local control plane", function () {
  this.timeout(60_000);
  let local: TemporaryLocalFolder;
  let directory: string;
  let kubeconfig: string;
  let cluster: ClusterAccess;

  before(async function () {
    this.timeout(binariesToBuild);
    local = await temporaryLocalFolder();
    directory = local.cluster("shop");
    await controlPlane.ensure(clusterSpec(directory));
    kubeconfig = await controlPlane.adminKubeconfig(directory, "shop");
    cluster = accessWith(kubeconfig);
  });
  after(() => local?.remove());

  const readyReplicas = async (name: string) =>
    (await cluster.apps.readNamespacedDeployment({ name, namespace })).status?.availableReplicas ?? 0;

  it("runs the real components", async () => {
    const names = (await controlPlane.status(directory)).map(({ name }) => name);
    assert.deepEqual(names, [
      "supervisor",
      "etcd",
      "kube-apiserver",
      "kube-controller-manager",
      "kube-scheduler",
      "kwok",
    ]);
  });

  it("has the pools' nodes, ready, in their zones and with the reported version", async () => {
    const { items } = await cluster.core.listNode();
    assert.equal(items.length, 3);
    for (const node of items) {
      assert.equal(node.status?.conditions?.find(({ type }) => type === "Ready")?.status, "True");
      assert.equal(node.status?.nodeInfo?.kubeletVersion, "v1.33.2");
      assert.equal(node.status?.capacity?.cpu, "4");
      assert.match(node.spec?.podCIDR ?? "", /^10\.244\.\d+\.0\/24$/);
    }
    const zones = items.map(({ metadata }) => metadata?.labels?.["topology.kubernetes.io/zone"]);
    assert.deepEqual(zones.sort(), ["westeurope-1", "westeurope-2", "westeurope-3"]);
  });

  it("hears from its nodes again and again", async () => {
    const heartbeats = async () =>
      (await cluster.core.listNode()).items.map(({ status }) =>
        Number(status?.conditions?.find(({ type }) => type === "Ready")?.lastHeartbeatTime),
      );
    const before = await heartbeats();
    await eventually("every node has sent a heartbeat", async () =>
      (await heartbeats()).every((heartbeat, index) => heartbeat > (before[index] ?? Infinity)),
    );
  });

  it("rolls a Deployment out and gives its pods addresses of their node", async () => {
    await cluster.apps.createNamespacedDeployment({ namespace, body: deployment("web", 6) });
    await eventually("six pods are available", async () => (await readyReplicas("web")) === 6);
    const pods = await cluster.core.listNamespacedPod({ namespace, labelSelector: "app=web" });
    const addresses = pods.items.map(({ status }) => status?.podIP ?? "");
    assert.equal(new Set(addresses).size, 6);
    for (const address of addresses) assert.match(address, /^10\.244\./);
  });

  it("replaces a deleted pod", async () => {
    const { items } = await cluster.core.listNamespacedPod({ namespace, labelSelector: "app=web" });
    const name = items[0]?.metadata?.name ?? "";
    await cluster.core.deleteNamespacedPod({ name, namespace });
    await eventually("the pod is gone and another one is available", async () => {
      const pods = await cluster.core.listNamespacedPod({ namespace, labelSelector: "app=web" });
      return (
        !pods.items.some(({ metadata }) => metadata?.name === name) && (await readyReplicas("web")) === 6
      );
    });
  });

  it("completes a Job", async () => {
    await cluster.batch.createNamespacedJob({ namespace, body: job("migrate", 3) });
    await eventually("the job is complete", async () => {
      const { status } = await cluster.batch.readNamespacedJob({ name: "migrate", namespace });
      return (
        status?.conditions?.some(({ type, status }) => type === "Complete" && status === "True") ?? false
      );
    });
  });

  it("lets the scheduler refuse what fits on no node", async () => {
    const pod = { containers: [{ name: "main", image: "a", resources: { requests: { cpu: "5" } } }] };
    await cluster.apps.createNamespacedDeployment({ namespace, body: deployment("huge", 1, pod) });
    await eventually("the pod is unschedulable", async () => {
      const { items } = await cluster.core.listNamespacedPod({ namespace, labelSelector: "app=huge" });
      return items.some(({ status }) => status?.conditions?.some(({ reason }) => reason === "Unschedulable"));
    });
    await cluster.apps.deleteNamespacedDeployment({ name: "huge", namespace });
  });

  it("enforces Pod Security", async () => {
    await cluster.core.createNamespace({
      body: { metadata: { name: "strict", labels: { "pod-security.kubernetes.io/enforce": "restricted" } } },
    });
    await eventually("the namespace has its service account", async () => {
      const { items } = await cluster.core.listNamespacedServiceAccount({ namespace: "strict" });
      return items.length > 0;
    });
    const privileged = cluster.core.createNamespacedPod({
      namespace: "strict",
      body: {
        metadata: { name: "privileged" },
        spec: { containers: [{ name: "main", image: "a", securityContext: { privileged: true } }] },
      },
    });
    await assert.rejects(privileged, /violates PodSecurity/);
  });

  it("has the default storage class and the DNS address of AKS", async () => {
    const { spec } = await cluster.core.readNamespacedService({ name: "kube-dns", namespace: "kube-system" });
    assert.equal(spec?.clusterIP, "10.0.0.10");
  });

  it("lets nobody in without a token", async () => {
    await assert.rejects(accessWith(kubeconfig, "").core.listNode(), /401|Unauthorized/);
    await assert.rejects(accessWith(kubeconfig, "guessed").core.listNode(), /401|Unauthorized/);
  });

  it("knows the person at the checkout", async () => {
    const { items } = await accessWith(kubeconfig, "token-of-a-person").core.listNode();
    assert.equal(items.length, 3);
  });

  it("gives a component its own rights and no more", async () => {
    const scheduler = readFileSync(`${directory}/credentials/kube-scheduler.kubeconfig.yaml`, "utf8");
    await accessWith(scheduler).core.listNode();
    await assert.rejects(accessWith(scheduler).core.listNamespacedSecret({ namespace }), /403|forbidden/i);
  });

  it("keeps its folder and its secrets to their owner", () => {
    assert.equal(statSync(directory).mode & 0o777, 0o700);
    assert.equal(statSync(`${directory}/kubeconfig.yaml`).mode & 0o777, 0o600);
  });

  it("has a certificate for most of a year, which is replaced before it ends", () => {
    const certificate = readFileSync(`${directory}/certificates/apiserver.crt`, "utf8");
    const inDays = (days: number) => new Date(Date.now() + days * 24 * 3600 * 1000);
    assert.equal(endsSoon(certificate, inDays(300)), false);
    assert.equal(endsSoon(certificate, inDays(340)), true);
  });

  it("writes no token into a log", () => {
    const tokens = readFileSync(`${directory}/credentials/tokens.csv`, "utf8")
      .trim()
      .split("\n")
      .map((line) => line.split(",")[0] ?? "");
    assert.equal(tokens.length, 6);
    for (const name of [
      "supervisor",
      "etcd",
      "kube-apiserver",
      "kube-controller-manager",
      "kube-scheduler",
      "kwok",
    ]) {
      const log = readFileSync(`${directory}/logs/${name}.log`, "utf8");
      for (const token of tokens) assert.ok(!log.includes(token), `${name}.log has a token in it`);
    }
  });

  describe("when pools change", () => {
    const tolerant = {
      nodeSelector: { agentpool: "user" },
      tolerations: [{ key: "team", value: "shop", effect: "NoSchedule" }],
    };
    const user = pool({ name: "user", count: 2, mode: "User", taints: ["team=shop:NoSchedule"], zones: [] });

    it("adds the nodes of a new pool, with its labels and taints", async () => {
      await controlPlane.applyPools(directory, [pool(), { ...user, labels: { tier: "web" } }]);
      const { items } = await cluster.core.listNode({ labelSelector: "agentpool=user,tier=web" });
      assert.equal(items.length, 2);
      for (const node of items) {
        const taints = node.spec?.taints?.map(({ key, value, effect }) => `${key}=${value}:${effect}`);
        assert.deepEqual(taints, user.taints);
      }
    });

    it("schedules there only what tolerates the taint", async () => {
      await cluster.apps.createNamespacedDeployment({ namespace, body: deployment("tolerant", 2, tolerant) });
      await eventually("the tolerant pods run", async () => (await readyReplicas("tolerant")) === 2);
      const pods = await cluster.core.listNamespacedPod({ namespace, labelSelector: "app=web" });
      for (const pod of pods.items) assert.match(pod.spec?.nodeName ?? "", /^aks-system-/);
    });

    it("changes labels and taints of nodes that stay", async () => {
      const uidsOf = async () =>
        (await cluster.core.listNode({ labelSelector: "agentpool=user" })).items.map(
          ({ metadata }) => metadata?.uid,
        );
      const before = await uidsOf();
      await controlPlane.applyPools(directory, [pool(), { ...user, labels: { tier: "back" }, taints: [] }]);
      assert.deepEqual(await uidsOf(), before);
      const { items } = await cluster.core.listNode({ labelSelector: "tier=back" });
      assert.equal(items.length, 2);
      for (const node of items) assert.deepEqual(node.spec?.taints ?? [], []);
    });

    it("moves the pods away from a node that goes", async () => {
      await controlPlane.applyPools(directory, [pool(), { ...user, count: 1, taints: [] }]);
      const { items } = await cluster.core.listNode({ labelSelector: "agentpool=user" });
      assert.equal(items.length, 1);
      await eventually("both pods run on the node that is left", async () => {
        const pods = await cluster.core.listNamespacedPod({ namespace, labelSelector: "app=tolerant" });
        return (
          (await readyReplicas("tolerant")) === 2 &&
          pods.items.every(({ spec }) => spec?.nodeName === items[0]?.metadata?.name)
        );
      });
    });

    it("removes the nodes of a pool that goes, and what ran on them", async () => {
      await controlPlane.applyPools(directory, [pool()]);
      const { items } = await cluster.core.listNode();
      assert.equal(items.length, 3);
      const pods = await cluster.core.listNamespacedPod({ namespace, labelSelector: "app=tolerant" });
      for (const pod of pods.items) assert.equal(pod.spec?.nodeName ?? "", "");
    });

    it("puts another machine in the place of one with another size", async () => {
      await controlPlane.applyPools(directory, [pool({ vmSize: "Standard_D8ds_v5" })]);
      const { items } = await cluster.core.listNode();
      assert.deepEqual(
        items.map(({ status }) => status?.capacity?.cpu),
        ["8", "8", "8"],
      );
      await eventually("the pods are back", async () => (await readyReplicas("web")) === 6);
    });

    it("refuses wrong pools and leaves the nodes", async () => {
      await assert.rejects(
        controlPlane.applyPools(directory, [pool({ taints: ["nonsense"] })]),
        /node taint/,
      );
      assert.equal((await cluster.core.listNode()).items.length, 3);
    });

    it("reports another version after an upgrade of the cluster", async () => {
      await controlPlane.ensure(clusterSpec(directory, { kubernetesVersion: "1.34" }));
      const { items } = await cluster.core.listNode();
      for (const node of items) assert.equal(node.status?.nodeInfo?.kubeletVersion, "v1.34.0");
    });
  });
});
