import assert from "node:assert/strict";
import { AksNodePool } from "../../../../../components/azure/aks/aks-node-pool.ts";
import { build, refusedBy, valueOf } from "../registrations.ts";

const args = { resourceGroupName: "group", clusterName: "aks", nodeSubnetId: "/nodes" };

describe("AksNodePool", () => {
  it("is a pool of its own in the cluster, for applications", async () => {
    const { component, named } = await build((opts) => new AksNodePool("user", args, opts));
    const { inputs, ignoreChanges } = named("user-pool");
    assert.equal(inputs["resourceName"], "aks");
    assert.equal(inputs["agentPoolName"], "user");
    assert.equal(inputs["mode"], "User");
    assert.equal(inputs["vnetSubnetID"], "/nodes");
    assert.deepEqual(ignoreChanges, ["count"]);
    assert.equal(await valueOf(component.poolName), "user");
  });

  it("carries labels and taints", async () => {
    const { named } = await build(
      (opts) =>
        new AksNodePool(
          "batch",
          { ...args, labels: { workload: "batch" }, taints: ["workload=batch:NoSchedule"] },
          opts,
        ),
    );
    assert.deepEqual(named("batch-pool").inputs["nodeLabels"], { workload: "batch" });
    assert.deepEqual(named("batch-pool").inputs["nodeTaints"], ["workload=batch:NoSchedule"]);
  });

  it("refuses a name that AKS refuses, whichever it comes from", () => {
    assert.deepEqual(
      refusedBy(() => new AksNodePool("user-pool", args)),
      ["poolName"],
    );
    assert.deepEqual(
      refusedBy(() => new AksNodePool("user", { ...args, poolName: "averylongpoolname" })),
      ["poolName"],
    );
  });
});
