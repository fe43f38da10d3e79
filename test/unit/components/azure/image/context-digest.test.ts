import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { contextTag } from "../../../../../components/azure/image/context-digest.ts";

describe("the tag of a build context", () => {
  let context: string;
  beforeEach(() => {
    context = mkdtempSync(join(tmpdir(), "context-"));
    writeFileSync(join(context, "Dockerfile"), "FROM scratch\nCOPY . /\n");
    mkdirSync(join(context, "src"));
    writeFileSync(join(context, "src", "main.go"), "package main\n");
  });
  afterEach(() => {
    rmSync(context, { recursive: true });
  });
  const tag = (settings: Record<string, string> = {}) =>
    contextTag(context, join(context, "Dockerfile"), settings);

  it("is 12 hexadecimal digits, the same every time", () => {
    assert.match(tag(), /^[0-9a-f]{12}$/);
    assert.equal(tag(), tag());
    assert.equal(tag({ a: "1", b: "2" }), tag({ b: "2", a: "1" }));
  });

  const changes: Record<string, () => void> = {
    "a file's content": () => {
      writeFileSync(join(context, "src", "main.go"), "package other\n");
    },
    "a new file": () => {
      writeFileSync(join(context, "src", "new.go"), "");
    },
    "the Dockerfile": () => {
      writeFileSync(join(context, "Dockerfile"), "FROM alpine\n");
    },
    "an execute bit": () => {
      chmodSync(join(context, "src", "main.go"), 0o755);
    },
    "a link to nowhere": () => {
      symlinkSync("nowhere", join(context, "link"));
    },
  };
  for (const [what, change] of Object.entries(changes)) {
    it(`changes with ${what}`, () => {
      const before = tag();
      change();
      assert.notEqual(tag(), before);
    });
  }

  it("changes with the build arguments", () => {
    assert.notEqual(tag({ version: "1" }), tag({ version: "2" }));
    assert.notEqual(tag({ version: "1" }), tag());
  });

  it("does not change with what Docker does not see", () => {
    writeFileSync(join(context, ".dockerignore"), "*.log\nnode_modules\n!keep.log\n");
    const before = tag();
    writeFileSync(join(context, "debug.log"), "x");
    mkdirSync(join(context, "node_modules", "left-pad"), { recursive: true });
    writeFileSync(join(context, "node_modules", "left-pad", "index.js"), "");
    mkdirSync(join(context, ".git"));
    writeFileSync(join(context, ".git", "HEAD"), "ref");
    assert.equal(tag(), before);
    writeFileSync(join(context, "keep.log"), "x");
    assert.notEqual(tag(), before);
  });
});
