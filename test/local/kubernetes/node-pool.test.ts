import assert from "node:assert/strict";
import fc from "fast-check";
import { desiredNodes, parseTaint } from "../../../local/kubernetes/node-pool.ts";
import { clusterSpec, pool } from "./pools.ts";

const spec = clusterSpec("/nowhere");

describe("nodes of the pools", () => {
  it("are named as AKS names the machines of a scale set", () => {
    const names = desiredNodes(spec, [pool({ count: 2 })]).map(({ name }) => name);
    assert.match(names[0] ?? "", /^aks-system-\d{8}-vmss000000$/);
    assert.match(names[1] ?? "", /^aks-system-\d{8}-vmss000001$/);
  });

  it("count their instances in base 36", () => {
    const nodes = desiredNodes(spec, [pool({ count: 37 })]);
    assert.match(nodes[35]?.name ?? "", /vmss00000z$/);
    assert.match(nodes[36]?.name ?? "", /vmss000010$/);
  });

  it("have the same digits on every run and other ones in another cluster", () => {
    const nameIn = (id: string) => desiredNodes({ ...spec, id }, [pool()])[0]?.name;
    assert.equal(nameIn(spec.id), nameIn(spec.id.toUpperCase()));
    assert.notEqual(nameIn(spec.id), nameIn(`${spec.id}-other`));
  });

  it("keep Windows names within the 15 characters of a computer name", () => {
    const [node] = desiredNodes(spec, [pool({ name: "winpl", osType: "Windows", count: 1 })]);
    assert.equal(node?.name, "akswinpl000000");
    assert.equal(node.labels["kubernetes.io/os"], "windows");
  });

  it("fill the zones in turn", () => {
    const zones = desiredNodes(spec, [pool({ count: 4 })]).map(
      ({ labels }) => labels["topology.kubernetes.io/zone"],
    );
    assert.deepEqual(zones, ["westeurope-1", "westeurope-2", "westeurope-3", "westeurope-1"]);
  });

  it("carry zone 0 when the pool has no zones", () => {
    const [node] = desiredNodes(spec, [pool({ zones: [] })]);
    assert.equal(node?.labels["topology.kubernetes.io/zone"], "0");
    assert.equal(node.labels["topology.disk.csi.azure.com/zone"], "");
  });

  it("carry the labels of AKS, which a pool's own labels cannot override", () => {
    const [node] = desiredNodes(spec, [
      pool({ labels: { team: "shop", "kubernetes.azure.com/mode": "nonsense" }, mode: "User" }),
    ]);
    assert.equal(node?.labels.team, "shop");
    assert.equal(node.labels["kubernetes.azure.com/mode"], "user");
    assert.equal(node.labels["kubernetes.azure.com/cluster"], "MC_shop_shop_westeurope");
    assert.equal(node.labels["node.kubernetes.io/instance-type"], "Standard_D4ds_v5");
    assert.equal(node.labels["kubernetes.io/hostname"], node.name);
  });

  it("say which machine they are", () => {
    const [, second] = desiredNodes(spec, [pool()]);
    assert.match(
      second?.providerId ?? "",
      /^azure:\/\/\/subscriptions\/[0-9-]+\/resourceGroups\/mc_shop_shop_westeurope\/providers\/Microsoft\.Compute\/virtualMachineScaleSets\/aks-system-\d{8}-vmss\/virtualMachines\/1$/,
    );
  });

  for (const [version, kubelet] of [
    ["1.33", "v1.33.0"],
    ["1.33.2", "v1.33.2"],
    ["v1.34.1", "v1.34.1"],
  ]) {
    it(`report Kubernetes ${version} as ${kubelet}`, () => {
      const [node] = desiredNodes({ ...spec, kubernetesVersion: version ?? "" }, [pool()]);
      assert.equal(node?.info.kubeletVersion, kubelet);
    });
  }

  it("refuse two pools of one name", () => {
    assert.throws(() => desiredNodes(spec, [pool(), pool()]), /node pool 'system' is declared twice/);
  });

  it("have names of their own, and as many as asked for", () => {
    const counts = fc.uniqueArray(
      fc.record({ name: fc.stringMatching(/^[a-z][a-z0-9]{0,11}$/), count: fc.nat(40) }),
      {
        selector: ({ name }) => name,
        maxLength: 4,
      },
    );
    fc.assert(
      fc.property(counts, (pools) => {
        const nodes = desiredNodes(spec, pools.map(pool));
        assert.equal(new Set(nodes.map(({ name }) => name)).size, nodes.length);
        assert.equal(
          nodes.length,
          pools.reduce((sum, { count }) => sum + count, 0),
        );
      }),
    );
  });
});

describe("a node taint", () => {
  it("is read with and without a value", () => {
    assert.deepEqual(parseTaint("CriticalAddonsOnly=true:NoSchedule"), {
      key: "CriticalAddonsOnly",
      value: "true",
      effect: "NoSchedule",
    });
    assert.deepEqual(parseTaint("example.com/gpu:NoExecute"), {
      key: "example.com/gpu",
      effect: "NoExecute",
    });
  });

  for (const text of ["", "key", "key=value", "key=value:Never", ":NoSchedule", "a b=c:NoSchedule"]) {
    it(`is refused as '${text}'`, () => {
      assert.throws(() => parseTaint(text), /is not of the form key=value:Effect/);
    });
  }
});
