import assert from "node:assert/strict";
import { mkdtempSync, mkdirSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { after, before, describe, it } from "mocha";
import { engineLoads } from "../../../policies/guard/engine-option.ts";

describe("what the engine was told to load", () => {
  let folder = "";
  let pack = "";
  let other = "";

  before(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "pack-")));
    pack = join(folder, "policies");
    other = join(folder, "other");
    mkdirSync(pack);
    mkdirSync(other);
    symlinkSync(pack, join(folder, "link"));
  });

  after(() => rmSync(folder, { recursive: true }));

  it("is this pack when its folder is named, alone or among others, or through a link", () => {
    assert.ok(engineLoads(pack, pack));
    assert.ok(engineLoads(`${pack}/`, pack));
    assert.ok(engineLoads(join(other, "..", "policies"), pack));
    assert.ok(engineLoads(`${other},${pack}`, pack));
    assert.ok(engineLoads(join(folder, "link"), pack));
    assert.ok(engineLoads(pack, join(folder, "link")));
  });

  it("is not this pack when nothing, another or none is named", () => {
    for (const value of [
      undefined,
      "",
      ",",
      other,
      join(folder, "missing"),
      join(pack, "PulumiPolicy.yaml"),
    ]) {
      assert.ok(!engineLoads(value, pack), String(value));
    }
  });

  it("is in doubt, and so not this pack, for a relative path and for what the engine reads as quoted CSV", () => {
    const relativePath = relative(process.cwd(), pack);
    for (const value of [relativePath, `"${pack}"`, `${other}\n${pack}`, ` ${pack}`]) {
      assert.ok(!engineLoads(value, pack), value);
    }
  });

  it("is not a pack whose folder is gone", () => {
    assert.ok(!engineLoads(join(folder, "missing"), join(folder, "missing")));
  });
});
