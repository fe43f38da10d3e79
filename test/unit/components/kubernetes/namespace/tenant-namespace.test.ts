import assert from "node:assert/strict";
import { hardLimits } from "../../../../../components/kubernetes/namespace/namespace-quota.ts";
import {
  PodSecurityLevel,
  podSecurityLabels,
} from "../../../../../components/kubernetes/namespace/pod-security-level.ts";
import { TenantNamespace } from "../../../../../components/kubernetes/namespace/tenant-namespace.ts";
import { inputAt, named, recordStack, shapeOf, valueOf } from "../recorded-stack.ts";
import { refusedProperties } from "../refused.ts";

describe("TenantNamespace", () => {
  it("keeps the names of its children", async () => {
    const resources = await recordStack(() => new TenantNamespace("apps", {}));
    assert.deepEqual(shapeOf(resources), [
      "apps-default-deny: NetworkPolicy",
      "apps-limits: LimitRange",
      "apps-namespace: Namespace",
      "apps-quota: ResourceQuota",
      "apps: TenantNamespace",
    ]);
  });

  it("holds pods to the level restricted, and says so where a Deployment is written", async () => {
    const resources = await recordStack(() => new TenantNamespace("apps", { labels: { team: "a" } }));
    assert.deepEqual(inputAt(named(resources, "apps-namespace"), "metadata.labels"), {
      "app.kubernetes.io/managed-by": "pulumi",
      team: "a",
      "pod-security.kubernetes.io/enforce": "restricted",
      "pod-security.kubernetes.io/enforce-version": "latest",
      "pod-security.kubernetes.io/audit": "restricted",
      "pod-security.kubernetes.io/audit-version": "latest",
      "pod-security.kubernetes.io/warn": "restricted",
      "pod-security.kubernetes.io/warn-version": "latest",
    });
    assert.equal(
      podSecurityLabels(PodSecurityLevel.Baseline)["pod-security.kubernetes.io/enforce"],
      "baseline",
    );
  });

  it("denies all traffic of all pods, both ways", async () => {
    const resources = await recordStack(() => new TenantNamespace("apps", {}));
    assert.deepEqual(inputAt(named(resources, "apps-default-deny"), "spec"), {
      podSelector: {},
      policyTypes: ["Ingress", "Egress"],
    });
  });

  it("gives containers requests and limits", async () => {
    const resources = await recordStack(
      () => new TenantNamespace("apps", { containerDefaults: { memoryLimit: "1024Mi" } }),
    );
    assert.deepEqual(inputAt(named(resources, "apps-limits"), "spec.limits"), [
      {
        type: "Container",
        defaultRequest: { cpu: "100m", memory: "128Mi" },
        default: { cpu: "500m", memory: "1Gi" },
      },
    ]);
  });

  it("lets no Service open the cluster, unless it is asked to", () => {
    const closed = hardLimits(undefined);
    assert.equal(closed["services.loadbalancers"], "0");
    assert.equal(closed["services.nodeports"], "0");
    const open = hardLimits({ loadBalancers: 1, pods: 3, cpuLimits: "2000m" });
    assert.equal(open["services.loadbalancers"], "1");
    assert.equal(open["services.nodeports"], undefined);
    assert.equal(open["pods"], "3");
    assert.equal(open["limits.cpu"], "2");
  });

  it("puts every object into its namespace, and gives a name that is known at preview", async () => {
    let name: Promise<string> | undefined;
    const resources = await recordStack(
      () => {
        name = valueOf(new TenantNamespace("apps", { name: "tenant-1" }).name);
      },
      { preview: true },
    );
    assert.equal(await name, "tenant-1");
    for (const child of ["apps-default-deny", "apps-limits", "apps-quota"]) {
      assert.equal(inputAt(named(resources, child), "metadata.namespace"), "tenant-1");
    }
  });

  it("refuses names that no namespace can have, and the cluster's own", async () => {
    assert.deepEqual(await refusedProperties(() => new TenantNamespace("Apps", {})), ["name"]);
    assert.deepEqual(await refusedProperties(() => new TenantNamespace("apps", { name: "kube-system" })), [
      "name",
    ]);
    assert.deepEqual(await refusedProperties(() => new TenantNamespace("default", {})), ["name"]);
  });

  it("refuses labels that would undo its level, and quantities that are none", async () => {
    const args = {
      labels: { "pod-security.kubernetes.io/enforce": "privileged" },
      containerDefaults: { cpuLimit: "fast" },
      quota: { memoryRequests: "80GB", pods: 0, loadBalancers: -1 },
    };
    assert.deepEqual(await refusedProperties(() => new TenantNamespace("apps", args)), [
      'labels["pod-security.kubernetes.io/enforce"]',
      "containerDefaults.cpuLimit",
      "quota.memoryRequests",
      "quota.pods",
      "quota.loadBalancers",
    ]);
  });
});
