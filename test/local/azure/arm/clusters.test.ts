import assert from "node:assert/strict";
import { text } from "../../../../local/azure/arm/body.ts";
import { LocalArm, refused } from "./local-arm.ts";
import { leastCluster, tokens } from "./platform.ts";

const cluster = { resourceName: "aks" };

describe("managed clusters of the local Azure", () => {
  let local: LocalArm;
  beforeEach(async () => {
    local = await LocalArm.open();
    await local.group();
  });
  afterEach(() => {
    local.close();
  });

  it("start a control plane with their pools", async () => {
    const created = await local.put(tokens.cluster, cluster, leastCluster);
    assert.match(
      created.id,
      /\/resourcegroups\/rg\/providers\/Microsoft\.ContainerService\/managedClusters\/aks$/,
    );
    const [[directory, plane] = []] = local.controlPlane.clusters;
    assert.match(directory ?? "", /\/clusters\/aks-[0-9a-f]{8}$/);
    assert.deepEqual(
      plane?.pools.map(({ name, count, mode }) => ({ name, count, mode })),
      [{ name: "system", count: 2, mode: "System" }],
    );
    assert.equal(created.outputs["provisioningState"], "Succeeded");
    assert.equal(created.outputs["nodeResourceGroup"], "MC_rg_aks_westeurope");
    assert.match(text(created.outputs, "fqdn") ?? "", /^platform-[0-9a-f]{8}\.hcp\.westeurope\.azmk8s\.io$/);
    await local.get(tokens.group, { resourceGroupName: "MC_rg_aks_westeurope" });
  });

  it("get and lose nodes with agent pools", async () => {
    await local.put(tokens.cluster, cluster, leastCluster);
    const [[, plane] = []] = local.controlPlane.clusters;
    const pool = { ...cluster, agentPoolName: "user" };
    const counts = (): Record<string, number> => {
      const [[, now] = []] = local.controlPlane.clusters;
      return Object.fromEntries((now ?? plane)?.pools.map(({ name, count }) => [name, count]) ?? []);
    };
    await local.put(tokens.pool, pool, { count: 3, vmSize: "Standard_D4s_v5" });
    assert.deepEqual(counts(), { system: 2, user: 3 });
    await local.put(tokens.pool, pool, { count: 5, vmSize: "Standard_D4s_v5" });
    assert.deepEqual(counts(), { system: 2, user: 5 });
    await local.delete(tokens.pool, pool);
    assert.deepEqual(counts(), { system: 2 });
    assert.equal(
      (await refused(local.delete(tokens.pool, { ...cluster, agentPoolName: "system" }))).status,
      400,
    );
  });

  it("are removed with their control plane and the group of their nodes", async () => {
    await local.put(tokens.cluster, cluster, leastCluster);
    await local.delete(tokens.cluster, cluster);
    assert.equal(local.controlPlane.clusters.size, 0);
    assert.equal(
      (await refused(local.get(tokens.group, { resourceGroupName: "MC_rg_aks_westeurope" }))).status,
      404,
    );
  });
});
