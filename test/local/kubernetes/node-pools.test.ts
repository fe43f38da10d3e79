import assert from "node:assert/strict";
import { desiredNodes, type DesiredNode } from "../../../local/kubernetes/node-pool.ts";
import {
  freeAddresses,
  nodeChanges,
  parseNode,
  type LiveNode,
} from "../../../local/kubernetes/node-pools.ts";
import { clusterSpec, pool } from "./pools.ts";

const spec = clusterSpec("/nowhere");
const nodesOf = (overrides: Parameters<typeof pool>[0] = {}) => desiredNodes(spec, [pool(overrides)]);

function live(node: DesiredNode, overrides: Partial<LiveNode> = {}): LiveNode {
  return {
    name: node.name,
    resourceVersion: "1",
    labels: node.labels,
    taints: node.taints,
    address: "10.224.0.4",
    kubeletVersion: node.info.kubeletVersion ?? "",
    podCidr: "10.244.0.0/24",
    ready: true,
    ...overrides,
  };
}

describe("changes of the nodes", () => {
  it("are none when the nodes are as the pools want them", () => {
    const nodes = nodesOf();
    assert.deepEqual(
      nodeChanges(
        nodes.map((node) => live(node)),
        nodes,
        nodes,
      ),
      { create: [], remove: [], update: [] },
    );
  });

  it("create what is missing and remove the last ones first", () => {
    const two = nodesOf({ count: 2 });
    const three = nodesOf({ count: 3 });
    const grown = nodeChanges(
      two.map((node) => live(node)),
      three,
      two,
    );
    assert.deepEqual(grown.create, [three[2]]);
    const shrunk = nodeChanges(
      three.map((node) => live(node)),
      two,
      three,
    );
    assert.deepEqual(
      shrunk.remove.map(({ name }) => name),
      [three[2]?.name],
    );
  });

  it("take away a label that was the pool's and leave one that somebody else has set", () => {
    const before = nodesOf({ count: 1, labels: { team: "shop" } });
    const after = nodesOf({ count: 1, labels: { tier: "web" } });
    const [node] = before.map((entry) => live(entry, { labels: { ...entry.labels, mine: "kept" } }));
    assert.ok(node);
    assert.deepEqual(nodeChanges([node], after, before).update[0]?.metadata, {
      labels: { team: null, tier: "web" },
    });
  });

  it("set the pool's taints and keep those of the node's condition", () => {
    const before = nodesOf({ count: 1, taints: ["old=1:NoSchedule"] });
    const after = nodesOf({ count: 1, taints: ["new=1:NoExecute"] });
    const cordoned = { key: "node.kubernetes.io/unschedulable", effect: "NoSchedule" };
    const [node] = before.map((entry) => live(entry, { taints: [...entry.taints, cordoned] }));
    assert.ok(node);
    assert.deepEqual(nodeChanges([node], after, before).update[0]?.taints, [
      cordoned,
      { key: "new", value: "1", effect: "NoExecute" },
    ]);
  });

  it("report another Kubernetes version on the same machine", () => {
    const before = nodesOf({ count: 1 });
    const after = desiredNodes({ ...spec, kubernetesVersion: "1.34.0" }, [pool({ count: 1 })]);
    const changes = nodeChanges(
      before.map((node) => live(node)),
      after,
      before,
    );
    assert.equal(changes.update[0]?.info?.kubeletVersion, "v1.34.0");
    assert.deepEqual([changes.create, changes.remove], [[], []]);
  });

  it("put another machine in the place of one with another size", () => {
    const before = nodesOf({ count: 1 });
    const after = nodesOf({ count: 1, vmSize: "Standard_D8ds_v5" });
    const changes = nodeChanges(
      before.map((node) => live(node)),
      after,
      before,
    );
    assert.equal(changes.remove.length, 1);
    assert.deepEqual(changes.create, after);
  });
});

describe("a node of the API server", () => {
  it("is not ready without a condition that says so", () => {
    assert.equal(parseNode({ metadata: { name: "a" } }).ready, false);
    assert.equal(parseNode({ status: { conditions: [{ type: "Ready", status: "Unknown" }] } }).ready, false);
    assert.equal(parseNode({ status: { conditions: [{ type: "Ready", status: "True" }] } }).ready, true);
  });
});

describe("node addresses", () => {
  it("are the lowest free ones, after the four that Azure keeps", () => {
    assert.deepEqual(freeAddresses(new Set(["10.224.0.5"]), 3), ["10.224.0.4", "10.224.0.6", "10.224.0.7"]);
  });
});
