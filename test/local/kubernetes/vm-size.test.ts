import assert from "node:assert/strict";
import fc from "fast-check";
import { allocatable, vmCapacity } from "../../../local/kubernetes/vm-size.ts";

describe("a VM size", () => {
  // Figures of https://learn.microsoft.com/azure/virtual-machines/sizes/overview
  for (const [size, vcpus, memoryGiB] of [
    ["Standard_D2s_v5", 2, 8],
    ["Standard_D4ds_v5", 4, 16],
    ["Standard_D8as_v6", 8, 32],
    ["Standard_D4lds_v5", 4, 8],
    ["Standard_E4s_v5", 4, 32],
    ["Standard_E8-2ds_v5", 2, 64],
    ["Standard_F8s_v2", 8, 16],
    ["Standard_F4as_v6", 4, 16],
    ["Standard_B2s", 2, 4],
    ["Standard_B2ms", 2, 8],
    ["Standard_B2s_v2", 2, 8],
    ["Standard_B2ls_v2", 2, 4],
    ["Standard_DS2_v2", 2, 7],
    ["Standard_DC4as_v5", 4, 16],
    ["Standard_L8s_v3", 8, 64],
  ] as const) {
    it(`${size} has ${vcpus} vCPUs and ${memoryGiB} GiB`, () => {
      const capacity = vmCapacity(size);
      assert.equal(capacity.vcpus, vcpus);
      assert.equal(capacity.memoryMiB, memoryGiB * 1024);
    });
  }

  it("with a p among its features has an ARM processor", () => {
    assert.equal(vmCapacity("Standard_D4pds_v5").architecture, "arm64");
    assert.equal(vmCapacity("Standard_D4ds_v5").architecture, "amd64");
  });

  it("that is not known gets the vCPUs of its name and 4 GiB for each", () => {
    assert.deepEqual(vmCapacity("Standard_NC24ads_A100_v4"), {
      vcpus: 24,
      memoryMiB: 24 * 4096,
      architecture: "amd64",
    });
    assert.deepEqual(vmCapacity("something-6"), { vcpus: 6, memoryMiB: 6 * 4096, architecture: "amd64" });
  });
});

describe("what AKS leaves to pods", () => {
  it("follows the published table for CPU", () => {
    assert.equal(allocatable(vmCapacity("Standard_D4ds_v5")).milliCpu, 3860);
    assert.equal(allocatable(vmCapacity("Standard_D2s_v5")).milliCpu, 1900);
  });

  it("takes at most a quarter of the memory and the eviction threshold", () => {
    assert.equal(allocatable(vmCapacity("Standard_D2s_v5")).memoryMiB, 8192 - 2048 - 100);
  });

  it("is always something, and less than the machine has", () => {
    const size = fc.record({
      vcpus: fc.integer({ min: 1, max: 416 }),
      memoryMiB: fc.integer({ min: 1024, max: 12e6 }),
    });
    fc.assert(
      fc.property(size, ({ vcpus, memoryMiB }) => {
        const free = allocatable({ vcpus, memoryMiB, architecture: "amd64" });
        assert.ok(free.milliCpu > 0 && free.milliCpu < vcpus * 1000);
        assert.ok(free.memoryMiB > 0 && free.memoryMiB < memoryMiB);
      }),
    );
  });
});
