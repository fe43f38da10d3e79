import assert from "node:assert/strict";
import {
  autoscalerSpec,
  refuseScaling,
  replicaRange,
} from "../../../../../components/kubernetes/workload/horizontal-scaling.ts";

const refused = (...args: Parameters<typeof refuseScaling>) =>
  refuseScaling(...args).map(({ property }) => property);

describe("horizontal scaling", () => {
  it("starts with two pods, so that one may be lost", () => {
    assert.deepEqual(replicaRange(undefined, undefined), { least: 2, most: 2 });
    assert.deepEqual(replicaRange(3, undefined), { least: 3, most: 3 });
    assert.deepEqual(replicaRange(undefined, { maxReplicas: 5 }), { least: 2, most: 5 });
    assert.deepEqual(replicaRange(undefined, { maxReplicas: 1 }), { least: 1, most: 1 });
  });

  it("aims at the CPU use that is asked for", () => {
    assert.deepEqual(autoscalerSpec("idea", { minReplicas: 3, maxReplicas: 9, cpuUtilization: 50 }), {
      scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "idea" },
      minReplicas: 3,
      maxReplicas: 9,
      metrics: [
        {
          type: "Resource",
          resource: { name: "cpu", target: { type: "Utilization", averageUtilization: 50 } },
        },
      ],
    });
  });

  it("refuses a maximum below the minimum, counts out of range, and a fixed count beside it", () => {
    assert.deepEqual(refused(undefined, { minReplicas: 3, maxReplicas: 5 }), []);
    assert.deepEqual(refused(undefined, { minReplicas: 4, maxReplicas: 3 }), ["scaling.maxReplicas"]);
    assert.deepEqual(refused(undefined, { minReplicas: 0, maxReplicas: 3 }), ["scaling.minReplicas"]);
    assert.deepEqual(refused(undefined, { maxReplicas: 3, cpuUtilization: 101 }), ["scaling.cpuUtilization"]);
    assert.deepEqual(refused(2, { maxReplicas: 3 }), ["replicas"]);
    assert.deepEqual(refused(0, undefined), ["replicas"]);
    assert.deepEqual(refused(1.5, undefined), ["replicas"]);
  });
});
