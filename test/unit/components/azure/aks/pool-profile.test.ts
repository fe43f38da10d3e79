import assert from "node:assert/strict";
import { PoolMode, poolProfile, poolRefusals } from "../../../../../components/azure/aks/pool-profile.ts";
import type { NodePoolArgs } from "../../../../../components/azure/aks/pool-profile.ts";

describe("a node pool", () => {
  it("is secure, zonal and scales by itself when nothing is said", () => {
    const profile = poolProfile(PoolMode.User, {});
    assert.equal(profile.enableAutoScaling, true);
    assert.deepEqual([profile.minCount, profile.maxCount, profile.count], [3, 6, 3]);
    assert.deepEqual(profile.availabilityZones, ["1", "2", "3"]);
    assert.equal(profile.enableEncryptionAtHost, true);
    assert.equal(profile.osDiskType, "Ephemeral");
    assert.equal(profile.enableNodePublicIP, false);
    assert.equal(profile.osSKU, "AzureLinux");
    assert.deepEqual(profile.securityProfile, {
      enableSecureBoot: true,
      enableVTPM: true,
      sshAccess: "Disabled",
    });
    assert.deepEqual(profile.nodeTaints, []);
    assert.deepEqual(poolRefusals("", PoolMode.User, {}), []);
  });

  it("keeps applications off the system pool", () => {
    assert.deepEqual(poolProfile(PoolMode.System, {}).nodeTaints, ["CriticalAddonsOnly=true:NoSchedule"]);
    assert.deepEqual(poolProfile(PoolMode.System, { taints: [] }).nodeTaints, []);
  });

  it("has a fixed size without autoscaling", () => {
    const profile = poolProfile(PoolMode.User, { autoscaling: false, count: 1 });
    assert.deepEqual([profile.count, profile.minCount, profile.maxCount], [1, undefined, undefined]);
  });

  it("never has a smaller maximum than minimum by default", () => {
    assert.equal(poolProfile(PoolMode.User, { minCount: 9 }).maxCount, 9);
  });

  const refused: [what: string, mode: PoolMode, args: NodePoolArgs, properties: string[]][] = [
    ["a count with autoscaling", "User", { count: 2 }, ["count"]],
    [
      "bounds without autoscaling",
      "User",
      { autoscaling: false, minCount: 1, maxCount: 2 },
      ["minCount", "maxCount"],
    ],
    ["a system pool without nodes", "System", { minCount: 0 }, ["minCount"]],
    ["a maximum below the minimum", "User", { minCount: 4, maxCount: 3 }, ["maxCount"]],
    ["a zone that is none", "User", { zones: ["0"] }, ["zones"]],
    ["too many pods", "User", { maxPods: 251 }, ["maxPods"]],
    ["a disk that is too small", "User", { osDiskSizeGb: 29 }, ["osDiskSizeGb"]],
    ["a label of AKS", "User", { labels: { "kubernetes.azure.com/mode": "x" } }, ["labels"]],
    ["a taint without effect", "User", { taints: ["a=b"] }, ["taints[0]"]],
    ["a surge that is none", "User", { maxSurge: "0%" }, ["maxSurge"]],
  ];
  for (const [what, mode, args, properties] of refused) {
    it(`refuses ${what}`, () => {
      assert.deepEqual(
        poolRefusals("systemPool.", mode, args).map(({ property }) => property),
        properties.map((property) => `systemPool.${property}`),
      );
    });
  }

  it("may have no nodes while nothing needs them, when it is a user pool", () => {
    assert.deepEqual(poolRefusals("", PoolMode.User, { minCount: 0 }), []);
  });
});
