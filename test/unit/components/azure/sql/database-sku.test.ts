import assert from "node:assert/strict";
import { databaseSku } from "../../../../../components/azure/sql/database-sku.ts";

describe("the SKU of an SQL database", () => {
  it("is taken apart as Azure answers it", () => {
    assert.deepEqual(databaseSku("GP_Gen5_2"), {
      name: "GP_Gen5",
      tier: "GeneralPurpose",
      family: "Gen5",
      capacity: 2,
      serverless: false,
    });
    assert.deepEqual(databaseSku("GP_S_Gen5_1"), {
      name: "GP_S_Gen5",
      tier: "GeneralPurpose",
      family: "Gen5",
      capacity: 1,
      serverless: true,
    });
    assert.equal(databaseSku("BC_Gen5_4")?.tier, "BusinessCritical");
    assert.equal(databaseSku("HS_Gen5_2")?.tier, "Hyperscale");
  });

  it("knows the DTU tiers", () => {
    assert.deepEqual(databaseSku("S2"), {
      name: "Standard",
      tier: "Standard",
      capacity: 50,
      serverless: false,
    });
    assert.deepEqual(databaseSku("P1"), {
      name: "Premium",
      tier: "Premium",
      capacity: 125,
      serverless: false,
    });
    assert.deepEqual(databaseSku("Basic"), { name: "Basic", tier: "Basic", capacity: 5, serverless: false });
  });

  for (const name of ["", "GP", "GP_Gen5", "S5", "BC_S_Gen5_2", "gp_gen5_2", "toString"]) {
    it(`is not ${JSON.stringify(name)}`, () => {
      assert.equal(databaseSku(name), undefined);
    });
  }
});
