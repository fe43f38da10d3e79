import assert from "node:assert/strict";
import { serverParameters } from "../../../../../components/azure/postgres/server-parameters.ts";
import { tierOf } from "../../../../../components/azure/postgres/server-profile.ts";

describe("the parameters of a PostgreSQL server", () => {
  it("encrypt, log and throttle when nothing is said", () => {
    assert.deepEqual(Object.fromEntries(serverParameters(true)), {
      "azure.extensions": "PGAUDIT",
      "connection_throttle.enable": "on",
      log_checkpoints: "on",
      log_connections: "on",
      log_disconnections: "on",
      "logfiles.retention_days": "7",
      "pgaudit.log": "ddl,role",
      "pgbouncer.enabled": "true",
      require_secure_transport: "on",
      shared_preload_libraries: "pg_cron,pg_stat_statements,pgaudit",
      ssl_min_protocol_version: "TLSv1.2",
    });
  });

  it("leave out the pooler where the tier has none", () => {
    assert.equal(Object.fromEntries(serverParameters(false))["pgbouncer.enabled"], undefined);
  });

  it("are overruled by the given ones, and always in the same order", () => {
    const parameters = serverParameters(true, { work_mem: "8192", ssl_min_protocol_version: "TLSv1.3" });
    assert.equal(Object.fromEntries(parameters)["ssl_min_protocol_version"], "TLSv1.3");
    const names = parameters.map(([name]) => name);
    assert.deepEqual(names, names.toSorted());
    assert.ok(names.includes("work_mem"));
  });
});

describe("the tier of a PostgreSQL SKU", () => {
  for (const [sku, tier] of [
    ["Standard_B2s", "Burstable"],
    ["Standard_B12ms", "Burstable"],
    ["Standard_D2ds_v5", "GeneralPurpose"],
    ["Standard_E4ads_v5", "MemoryOptimized"],
    ["Standard_F4s", undefined],
    ["D2ds_v5", undefined],
    ["", undefined],
  ] as const) {
    it(`of ${sku || "nothing"} is ${tier}`, () => {
      assert.equal(tierOf(sku), tier);
    });
  }
});
