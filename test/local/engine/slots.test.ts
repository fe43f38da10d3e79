import assert from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import { Slots } from "../../../local/engine/slots.ts";

describe("slots", () => {
  it("run no more at once than there are, and the lowest rank first", async () => {
    const slots = new Slots(2);
    const started: number[] = [];
    let running = 0;
    let most = 0;
    await Promise.all(
      [5, 3, 1, 4, 2].map((rank) =>
        slots.run(rank, async () => {
          started.push(rank);
          running += 1;
          most = Math.max(most, running);
          await setTimeout(20);
          running -= 1;
        }),
      ),
    );
    assert.deepEqual(started, [1, 2, 3, 4, 5]);
    assert.equal(most, 2);
  });

  it("are free again after work that failed", async () => {
    const slots = new Slots(1);
    await assert.rejects(
      slots.run(0, () => Promise.reject(new Error("no luck"))),
      /no luck/,
    );
    assert.equal(await slots.run(0, () => Promise.resolve("next")), "next");
  });
});
