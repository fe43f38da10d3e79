import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { publishFolder } from "../../../local/engine/publish.ts";
import { temporaryFolder } from "./temporary-folder.ts";

describe("publishFolder", () => {
  const folder = temporaryFolder();

  it("shows the folder only when it is complete", async () => {
    const target = path.join(folder(), "deep", "result");
    await publishFolder(target, async (temporary) => {
      writeFileSync(path.join(temporary, "one"), "1");
      await setTimeout(10);
      assert.equal(existsSync(target), false);
      writeFileSync(path.join(temporary, "two"), "2");
    });
    assert.deepEqual(readdirSync(target).sort(), ["one", "two"]);
    assert.deepEqual(readdirSync(path.dirname(target)), ["result"]);
  });

  it("leaves nothing of a failure", async () => {
    const target = path.join(folder(), "result");
    await assert.rejects(
      publishFolder(target, (temporary) => {
        writeFileSync(path.join(temporary, "half"), "");
        return Promise.reject(new Error("broken"));
      }),
      /broken/,
    );
    assert.deepEqual(readdirSync(folder()), []);
  });

  it("does nothing when the folder is there", async () => {
    const target = path.join(folder(), "result");
    mkdirSync(target);
    await publishFolder(target, () => assert.fail("produced again"));
  });

  it("takes the first of two that publish the same", async () => {
    const target = path.join(folder(), "result");
    const produce = (content: string, delay: number) =>
      publishFolder(target, async (temporary) => {
        await setTimeout(delay);
        writeFileSync(path.join(temporary, "file"), content);
      });
    await Promise.all([produce("slow", 100), produce("quick", 10)]);
    assert.equal(readFileSync(path.join(target, "file"), "utf8"), "quick");
    assert.deepEqual(readdirSync(folder()), ["result"]);
  });

  it("removes what an interrupted run left, but not what another may be working on", async () => {
    const old = path.join(folder(), ".unfinished-old");
    mkdirSync(old);
    const yesterday = new Date(Date.now() - 24 * 60 * 60 * 1000);
    utimesSync(old, yesterday, yesterday);
    mkdirSync(path.join(folder(), ".unfinished-new"));
    await publishFolder(path.join(folder(), "result"), () => Promise.resolve());
    assert.deepEqual(readdirSync(folder()).sort(), [".unfinished-new", "result"]);
  });
});
