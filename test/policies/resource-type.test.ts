import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { matchesType, parseResourceType } from "../../policies/resource-type.ts";

describe("resource types", () => {
  const cluster = { package: "azure-native", module: "containerservice", name: "ManagedCluster" };

  for (const token of [
    "azure-native:containerservice:ManagedCluster",
    "azure-native:containerservice/v20240101:ManagedCluster",
    "azure-native:containerservice/v20240101preview:ManagedCluster",
    "azure-native_containerservice_v20240101:containerservice:ManagedCluster",
    "azure-native_containerservice_v20240101preview:containerservice/v20240101preview:ManagedCluster",
  ]) {
    it(`reads ${token} whatever its API version`, () => {
      assert.deepEqual(parseResourceType(token), cluster);
      assert.ok(matchesType("azure-native:containerservice:ManagedCluster", parseResourceType(token)));
      assert.ok(matchesType("azure-native:containerservice:*", parseResourceType(token)));
      assert.ok(matchesType("azure-native:*:*", parseResourceType(token)));
      assert.ok(!matchesType("azure-native:containerservice:AgentPool", parseResourceType(token)));
      assert.ok(!matchesType("kubernetes:*:*", parseResourceType(token)));
    });
  }

  it("reads Kubernetes kinds of any version", () => {
    const expected = { package: "kubernetes", module: "batch", name: "CronJob" };
    assert.deepEqual(parseResourceType("kubernetes:batch/v1:CronJob"), expected);
    assert.deepEqual(parseResourceType("kubernetes:batch/v1beta1:CronJob"), expected);
    assert.equal(
      parseResourceType("kubernetes:rbac.authorization.k8s.io/v1:Role").module,
      "rbac.authorization.k8s.io",
    );
  });

  it("keeps a package that only looks like an API version apart", () => {
    assert.equal(
      parseResourceType("azure-native_something:containerservice:ManagedCluster").package,
      "azure-native_something",
    );
  });

  for (const token of ["", "a", "a:b", "a:b:c:d", "pulumi:providers"]) {
    it(`lets the malformed token ${JSON.stringify(token)} match nothing`, () => {
      assert.ok(!matchesType("a:*:*", parseResourceType(token)));
      assert.ok(!matchesType("pulumi:*:*", parseResourceType(token)));
    });
  }
});
