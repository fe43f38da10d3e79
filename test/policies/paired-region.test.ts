import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { pairedRegion } from "../../policies/azure/paired-region.ts";

describe("paired regions", () => {
  it("pair both ways", () => {
    assert.equal(pairedRegion("westeurope"), "northeurope");
    assert.equal(pairedRegion("northeurope"), "westeurope");
  });

  it("have partners of which some have another partner themselves", () => {
    assert.equal(pairedRegion("brazilsouth"), "southcentralus");
    assert.equal(pairedRegion("southcentralus"), "northcentralus");
    assert.equal(pairedRegion("westus3"), "eastus");
    assert.equal(pairedRegion("eastus"), "westus");
  });

  it("are known by both spellings", () => {
    assert.equal(pairedRegion("West Europe"), "northeurope");
  });

  it("are none for regions that Azure does not pair", () => {
    for (const region of ["italynorth", "polandcentral", "spaincentral", ""])
      assert.equal(pairedRegion(region), undefined);
  });
});
