import assert from "node:assert/strict";
import {
  refuseResources,
  resourceRequirements,
  timesRequirements,
} from "../../../../../components/kubernetes/workload/container-resources.ts";

const defaults = { cpuRequest: "100m", cpuLimit: "500m", memoryRequest: "128Mi", memoryLimit: "256Mi" };

describe("container resources", () => {
  it("states all four, from the defaults", () => {
    assert.deepEqual(resourceRequirements(undefined, defaults), {
      requests: { cpu: "100m", memory: "128Mi" },
      limits: { cpu: "500m", memory: "256Mi" },
    });
  });

  it("never puts a limit below a request that was given, nor a request above a limit that was given", () => {
    assert.deepEqual(resourceRequirements({ cpuRequest: "2", memoryLimit: "64Mi" }, defaults), {
      requests: { cpu: "2", memory: "64Mi" },
      limits: { cpu: "2", memory: "64Mi" },
    });
  });

  it("adds up pods", () => {
    assert.deepEqual(timesRequirements(4, resourceRequirements(undefined, defaults)), {
      requests: { cpu: "400m", memory: "512Mi" },
      limits: { cpu: "2", memory: "1Gi" },
    });
  });

  it("refuses a limit below its request, by name", () => {
    const refusals = refuseResources("resources", { memoryRequest: "1Gi", memoryLimit: "512Mi" });
    assert.deepEqual(
      refusals.map(({ property, value }) => [property, value]),
      [["resources.memoryLimit", "512Mi"]],
    );
    assert.match(refusals[0]?.allowed ?? "", /1Gi/);
  });

  it("refuses what is no quantity", () => {
    assert.deepEqual(
      refuseResources("resources", { cpuRequest: "lots", memoryLimit: "256MB" }).map(
        ({ property }) => property,
      ),
      ["resources.cpuRequest", "resources.memoryLimit"],
    );
    assert.deepEqual(refuseResources("resources", undefined), []);
  });
});
