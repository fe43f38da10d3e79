import assert from "node:assert/strict";
import { afterExit, restartDelay } from "../../../local/kubernetes/restart-delay.ts";

describe("the delay before a restart", () => {
  it("doubles with each failure in a row, up to 15 seconds", () => {
    const delays: number[] = [];
    let streak = { failures: 0 };
    for (let failure = 0; failure < 9; failure++) {
      streak = afterExit(streak, 100);
      delays.push(restartDelay(streak));
    }
    assert.deepEqual(delays, [250, 500, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000]);
  });

  it("starts over after half a minute of health", () => {
    assert.equal(restartDelay(afterExit({ failures: 8 }, 30_000)), 250);
  });
});
