import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  mkdtempSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import { attend, attends, engineAddress, packFolder } from "../../../policies/guard/attendance.ts";

const engine = "127.0.0.1:40001";

describe("the pack's note for the program", () => {
  let folder = "";
  let pack = "";
  let other = "";
  let notes = "";

  before(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "attendance-")));
    notes = join(folder, "notes");
    [pack, other] = [join(folder, "policies"), join(folder, "other")];
    for (const each of [pack, other]) {
      mkdirSync(each);
      writeFileSync(join(each, "PulumiPolicy.yaml"), "");
    }
    symlinkSync(pack, join(folder, "link"));
  });

  after(() => rmSync(folder, { recursive: true }));

  it("is not there before the pack has left it", () => {
    assert.ok(!attends({ engine, folder: pack }, notes));
  });

  it("is for one engine and one pack, through a link too", () => {
    attend({ engine, folder: pack }, notes);
    assert.ok(attends({ engine, folder: pack }, notes));
    assert.ok(attends({ engine, folder: join(folder, "link") }, notes));
    assert.ok(!attends({ engine: "127.0.0.1:40002", folder: pack }, notes));
    assert.ok(!attends({ engine, folder: other }, notes));
    assert.ok(!attends({ engine, folder: join(folder, "missing") }, notes));
  });

  it("counts no longer when the pack's process has ended, and is removed by the next pack", () => {
    const gone = spawnSync(process.execPath, ["--version"]).pid;
    writeFileSync(join(notes, "127.0.0.1_40003.json"), JSON.stringify({ folder: pack, process: gone }));
    assert.ok(!attends({ engine: "127.0.0.1:40003", folder: pack }, notes));
    attend({ engine, folder: pack }, notes);
    assert.deepEqual(readdirSync(notes), ["127.0.0.1_40001.json"]);
  });

  it("does not count when it is not what a pack writes", () => {
    for (const content of ["", "null", "{}", '{"folder":1,"process":"x"}']) {
      writeFileSync(join(notes, "127.0.0.1_40004.json"), content);
      assert.ok(!attends({ engine: "127.0.0.1:40004", folder: pack }, notes), content);
    }
  });

  it("does no harm where nothing can be written", () => {
    writeFileSync(join(folder, "file"), "");
    attend({ engine, folder: pack }, join(folder, "file"));
    assert.ok(!attends({ engine, folder: pack }, join(folder, "file")));
  });

  it("is left under what the engine gives the process", () => {
    assert.equal(engineAddress(["node", "main.mjs", "-v=3", engine]), engine);
    assert.equal(engineAddress(["node", "run-policy-pack", engine, pack]), engine);
    assert.equal(engineAddress(["node", "program.ts"]), undefined);
    assert.equal(packFolder(["node", join(pack, "main.mjs"), engine]), pack);
    assert.equal(packFolder(["node", join(folder, "launcher"), engine, pack]), pack);
    assert.equal(packFolder(["node", join(folder, "program.ts")]), undefined);
  });
});
