import assert from "node:assert/strict";
import { status, type ServiceError } from "@grpc/grpc-js";
import { type PropertyValue } from "../../../local/provider/values.ts";
import { urnOf } from "../provider/provider-client.ts";
import { RandomPlugin, secretText, tokenOf } from "./random-plugin.ts";

describe("random numbers", function () {
  this.timeout(20_000);
  const plugin = new RandomPlugin();

  describe("RandomId", () => {
    it("is one number in all notations", async () => {
      const { id, outputs } = await plugin.create("RandomId", { byteLength: 5, prefix: "p," });
      const bytes = Buffer.from(id, "base64url");
      assert.equal(bytes.length, 5);
      assert.deepEqual(outputs, {
        byteLength: 5,
        prefix: "p,",
        b64Url: `p,${id}`,
        b64Std: `p,${bytes.toString("base64")}`,
        hex: `p,${bytes.toString("hex")}`,
        dec: `p,${BigInt(`0x${bytes.toString("hex")}`)}`,
      });
      const imported = await plugin.client.read(urnOf(tokenOf("RandomId")), `p,,${id}`);
      assert.deepEqual(imported, { id, outputs, inputs: { byteLength: 5, prefix: "p," } });
    });

    it("refuses an import id that is none", async () => {
      await assert.rejects(
        () => plugin.client.read(urnOf(tokenOf("RandomId")), "not base64!"),
        (error: ServiceError) => error.code === status.INVALID_ARGUMENT && error.details.includes("b64Url"),
      );
    });
  });

  describe("RandomUuid", () => {
    it("is a UUID of its version", async () => {
      const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-([0-9a-f])[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
      for (const [className, version] of [
        ["RandomUuid", "4"],
        ["RandomUuid4", "4"],
        ["RandomUuid7", "7"],
      ] as const) {
        const before = Date.now();
        const { id, outputs } = await plugin.create(className, {});
        assert.equal(outputs["result"], id);
        assert.equal(uuid.exec(id)?.[1], version);
        if (version === "7") {
          const time = Number.parseInt(id.replace("-", "").slice(0, 12), 16);
          assert.ok(time >= before && time <= Date.now());
        }
        const imported = await plugin.client.read(urnOf(tokenOf(className)), id.toUpperCase());
        assert.deepEqual(imported, { id, outputs, inputs: {} });
      }
      await assert.rejects(() =>
        plugin.client.read(urnOf(tokenOf("RandomUuid7")), "7e4436da-7c71-486e-a57c-830b25fff7bd"),
      );
    });
  });

  describe("RandomInteger", () => {
    it("reaches both ends of its range and never leaves it", async () => {
      const seen = new Set<PropertyValue | undefined>();
      for (let round = 0; round < 200; round += 1) {
        seen.add(
          (await plugin.client.create(urnOf(tokenOf("RandomInteger")), { min: -1, max: 2 })).outputs[
            "result"
          ],
        );
      }
      assert.deepEqual([...seen].sort(), [-1, 0, 1, 2]);
    });

    it("is the same for the same seed", async () => {
      const results = new Set<PropertyValue | undefined>();
      for (const seed of ["a", "a", "b"]) {
        const { id, outputs } = await plugin.create("RandomInteger", {
          min: 1,
          max: Number.MAX_SAFE_INTEGER,
          seed,
        });
        assert.equal(id, JSON.stringify(outputs["result"]));
        results.add(outputs["result"]);
      }
      assert.equal(results.size, 2);
    });

    it("refuses a range that is none, and is imported with its range", async () => {
      const urn = urnOf(tokenOf("RandomInteger"));
      assert.deepEqual((await plugin.client.check(urn, { min: 2, max: 1 })).failures, [
        { property: "min", reason: "'min' is too high (2 > 1, which is 'max')" },
      ]);
      assert.equal(
        (await plugin.client.check(urn, { min: -1, max: Number.MAX_SAFE_INTEGER })).failures.length,
        1,
      );
      const imported = await plugin.client.read(urn, "15390,1,50000");
      assert.deepEqual(imported, {
        id: "15390",
        inputs: { min: 1, max: 50000 },
        outputs: { min: 1, max: 50000, result: 15390 },
      });
      await assert.rejects(() => plugin.client.read(urn, "0,1,50000"));
    });
  });

  describe("RandomBytes", () => {
    it("is secret in both notations, and its id tells nothing", async () => {
      const { id, outputs } = await plugin.create("RandomBytes", { length: 32 });
      const bytes = Buffer.from(secretText(outputs["base64"]), "base64");
      assert.equal(bytes.length, 32);
      assert.equal(secretText(outputs["hex"]), bytes.toString("hex"));
      assert.equal(id, "none");
      const imported = await plugin.client.read(urnOf(tokenOf("RandomBytes")), bytes.toString("base64"));
      assert.deepEqual(imported, { id, outputs, inputs: { length: 32 } });
    });
  });
});
