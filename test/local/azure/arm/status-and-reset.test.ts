import assert from "node:assert/strict";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { ensureClusters } from "../../../../local/azure/clusters.ts";
import { findExisting } from "../../../../local/azure/existing.ts";
import { forgetDeleted, resetLocalAzure } from "../../../../local/azure/reset.ts";
import { localAzureStatus } from "../../../../local/azure/status.ts";
import { localAccount } from "../../../../local/azure/arm/account.ts";
import { LocalArm, location } from "./local-arm.ts";
import { leastCluster, tokens } from "./platform.ts";

const cluster = { resourceName: "aks" };
const vault = "azure-native:keyvault:Vault";

describe("the local Azure as a whole", () => {
  let local: LocalArm;
  beforeEach(async () => {
    local = await LocalArm.open();
  });
  afterEach(() => {
    local.close();
  });
  const status = () => localAzureStatus(local.stateDirectory, { controlPlane: local.controlPlane });
  const clusterDirectory = () => [...local.controlPlane.clusters.keys()][0] ?? "";

  it("is empty where it never was, and stays so", async () => {
    const nowhere = join(local.directory, "nowhere", "azure");
    assert.deepEqual(await localAzureStatus(nowhere), { resources: [], clusters: [], deleted: [] });
    assert.deepEqual(forgetDeleted(nowhere), []);
    assert.equal(await findExisting(nowhere, tokens.group, { resourceGroupName: "rg" }), undefined);
    await ensureClusters(nowhere);
    await resetLocalAzure(nowhere);
    assert.equal(existsSync(join(local.directory, "nowhere")), false);
  });

  it("tells its resources, its clusters with their processes, and what is deleted and not gone", async () => {
    await local.group();
    await local.put(tokens.cluster, cluster, leastCluster);
    await local.put(
      vault,
      { vaultName: "platform" },
      { location, properties: { tenantId: localAccount.tenantId, sku: { family: "A", name: "standard" } } },
    );
    await local.delete(vault, { vaultName: "platform" });
    const { resources, clusters, deleted } = await status();
    assert.ok(
      resources.some(
        ({ token, provisioningState }) => token === tokens.cluster && provisioningState === "Succeeded",
      ),
    );
    assert.deepEqual(
      clusters.map(({ id, processes }) => [id.slice(id.lastIndexOf("/") + 1), processes]),
      [["aks", [{ name: "supervisor", pid: 1 }]]],
    );
    assert.deepEqual(
      deleted.map(({ realm, name }) => [realm, name]),
      [["vault", "platform"]],
    );
    assert.deepEqual(forgetDeleted(local.stateDirectory), ["platform"]);
    assert.deepEqual((await status()).deleted, []);
  });

  it("tells folders of clusters that nobody knows any more", async () => {
    const folder = join(local.directory, "clusters", "left-behind");
    mkdirSync(folder, { recursive: true });
    assert.deepEqual((await status()).clusters, [{ id: folder, processes: [] }]);
  });

  it("starts again the clusters that do not run, and only those", async () => {
    await local.group();
    await local.put(tokens.cluster, cluster, leastCluster);
    const starts = () => local.controlPlane.clusters.get(clusterDirectory())?.starts;
    await ensureClusters(local.stateDirectory, local.controlPlane);
    assert.equal(starts(), 1);
    await local.controlPlane.stop(clusterDirectory());
    await ensureClusters(local.stateDirectory, local.controlPlane);
    assert.equal(starts(), 2);
  });

  it("finds what a killed engine does not know of", async () => {
    await local.group();
    const { id, outputs } = await local.put(tokens.identity, { resourceName: "identity" }, { location });
    const find = (token: string, inputs: Record<string, unknown>) =>
      findExisting(local.stateDirectory, token, inputs);
    const inputs = { resourceGroupName: "RG", resourceName: "identity", tags: {} };
    assert.deepEqual(await find(tokens.identity, inputs), { id, outputs });
    assert.equal(await find(tokens.identity, { resourceGroupName: "rg" }), undefined);
    assert.equal(await find(tokens.identity, { ...inputs, resourceName: "other" }), undefined);
    assert.equal(await find("random:index/randomPassword:RandomPassword", inputs), undefined);
    const role = { scope: id, roleAssignmentName: "0b9b9a2e-1111-4a4a-9c9c-000000000001" };
    assert.equal(await find(tokens.role, role), undefined);
  });

  it("is gone after a reset, clusters and secrets included", async () => {
    await local.group();
    await local.put(tokens.cluster, cluster, leastCluster);
    local.arm.close();
    await resetLocalAzure(local.stateDirectory, { controlPlane: local.controlPlane });
    // The fake control plane makes no folder: make one, so that the reset has something to remove.
    mkdirSync(join(local.directory, "clusters", "aks"), { recursive: true });
    await resetLocalAzure(local.stateDirectory, { controlPlane: local.controlPlane });
    assert.equal(existsSync(local.stateDirectory), false);
    assert.equal(existsSync(join(local.directory, "bin", "kubelogin")), false);
  });
});
