import assert from "node:assert/strict";
import { status, type ServiceError } from "@grpc/grpc-js";
import { urnOf } from "../provider/provider-client.ts";
import { RandomPlugin, tokenOf } from "./random-plugin.ts";

describe("random choices", function () {
  this.timeout(20_000);
  const plugin = new RandomPlugin();

  describe("RandomShuffle", () => {
    const items = ["1", "2", "3", "4", "5"];

    it("has every item once, or a part of them, or all again when more are asked for", async () => {
      const all = await plugin.create("RandomShuffle", { inputs: items });
      assert.ok(Array.isArray(all.outputs["results"]));
      assert.deepEqual(all.outputs["results"].toSorted(), items);
      const part = await plugin.create("RandomShuffle", { inputs: items, resultCount: 2 });
      assert.ok(Array.isArray(part.outputs["results"]));
      assert.equal(new Set(part.outputs["results"]).size, 2);
      const more = await plugin.create("RandomShuffle", { inputs: items, resultCount: 7 });
      assert.ok(Array.isArray(more.outputs["results"]));
      assert.equal(more.outputs["results"].length, 7);
      assert.deepEqual(more.outputs["results"].slice(0, 5).sort(), items);
      assert.deepEqual(
        (await plugin.create("RandomShuffle", { inputs: [], resultCount: 3 })).outputs["results"],
        [],
      );
    });

    it("makes every order, and one order for one seed", async () => {
      const orders = new Set<string>();
      for (let round = 0; round < 150; round += 1) {
        orders.add(
          JSON.stringify(
            (await plugin.client.create(urnOf(tokenOf("RandomShuffle")), { inputs: ["a", "b", "c"] }))
              .outputs["results"],
          ),
        );
      }
      assert.equal(orders.size, 6);
      const seeded = await Promise.all(
        [1, 2].map(() => plugin.create("RandomShuffle", { inputs: items, seed: "s" })),
      );
      assert.deepEqual(seeded[0]?.outputs, seeded[1]?.outputs);
    });

    it("cannot be imported", async () => {
      await assert.rejects(
        () => plugin.client.read(urnOf(tokenOf("RandomShuffle")), "-"),
        (error: ServiceError) => error.code === status.UNIMPLEMENTED,
      );
    });
  });

  describe("RandomPet", () => {
    it("has as many words as asked for, and the prefix", async () => {
      assert.match((await plugin.create("RandomPet", {})).id, /^[a-z]+-[a-z]+$/);
      assert.match(
        (await plugin.create("RandomPet", { length: 4, separator: "_", prefix: "web" })).id,
        /^web(_[a-z]+){4}$/,
      );
      assert.match((await plugin.create("RandomPet", { length: 1 })).id, /^[a-z]+$/);
    });
  });
});
