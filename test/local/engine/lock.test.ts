import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { withLock } from "../../../local/engine/lock.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const module = path.resolve(import.meta.dirname, "../../../local/engine/lock.ts");

/** Starts a process that takes the lock, says so, and keeps it. */
async function otherHolder(file: string) {
  const script = `
    import { withLock } from ${JSON.stringify(module)};
    await withLock(${JSON.stringify(file)}, () => { console.log("held"); return new Promise((r) => setTimeout(r, 60_000)); });`;
  const child = spawn(process.execPath, ["--no-warnings", "--input-type=module", "--eval", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  assert.deepEqual(await once(createInterface(child.stdout), "line"), ["held"]);
  return child;
}

describe("lock", () => {
  const folder = temporaryFolder();

  it("lets one at a time, in the order of a queue or not, but never two", async () => {
    const file = path.join(folder(), "a.lock");
    let inside = 0;
    let most = 0;
    await Promise.all(
      Array.from({ length: 5 }, () =>
        withLock(file, async () => {
          inside += 1;
          most = Math.max(most, inside);
          await setTimeout(20);
          inside -= 1;
        }),
      ),
    );
    assert.equal(most, 1);
  });

  it("is free again after an action that failed", async () => {
    const file = path.join(folder(), "a.lock");
    await assert.rejects(
      withLock(file, () => Promise.reject(new Error("no luck"))),
      /no luck/,
    );
    assert.equal(await withLock(file, () => Promise.resolve("free")), "free");
  });

  it("waits for a living process, says so once, and goes on when that is killed", async () => {
    const file = path.join(folder(), "a.lock");
    const holder = await otherHolder(file);
    try {
      let waits = 0;
      let taken = false;
      const waiting = withLock(
        file,
        () => {
          taken = true;
          return Promise.resolve();
        },
        () => (waits += 1),
      );
      await setTimeout(600);
      assert.equal(taken, false);
      holder.kill("SIGKILL");
      await waiting;
      assert.equal(taken, true);
      assert.equal(waits, 1);
    } finally {
      holder.kill("SIGKILL");
    }
  });
});
