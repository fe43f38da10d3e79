import assert from "node:assert/strict";
import { appendFileSync, cpSync, mkdirSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import { cacheKey, cacheRoot, sourceRoot } from "../../../local/engine/cache.ts";
import { buildNames, buildNamed } from "../../../local/engine/tools.ts";
import { temporaryFolder } from "./temporary-folder.ts";

describe("cache", () => {
  const folder = temporaryFolder();

  it("is outside the checkout, where XDG says", () => {
    assert.equal(cacheRoot({ XDG_CACHE_HOME: "/some/where" }), "/some/where/microservices-platform");
    const byDefault = path.join(homedir(), ".cache", "microservices-platform");
    assert.equal(cacheRoot({}), byDefault);
    // The specification has relative paths ignored.
    assert.equal(cacheRoot({ XDG_CACHE_HOME: "relative" }), byDefault);
  });

  it("names a build after its version and its sources", async () => {
    for (const name of buildNames) {
      const key = await cacheKey(name);
      assert.match(key, /^[\d.]+-[0-9a-f]{16}$/);
      assert(key.startsWith(`${buildNamed(name).version}-`));
      assert.equal(await cacheKey(name), key);
    }
  });

  describe("when sources change", () => {
    beforeEach(() => {
      cpSync(sourceRoot, folder(), { recursive: true });
    });

    it("names the build otherwise, for code, embedded scripts and module versions alike", async () => {
      const keys = new Set([await cacheKey("pulumi", folder())]);
      for (const file of [
        "go.mod",
        "go.sum",
        "pulumi-language-nodejs/main.go",
        "pulumi-language-nodejs/launcher.mjs",
      ]) {
        appendFileSync(path.join(folder(), "pulumi", file), "\n");
        keys.add(await cacheKey("pulumi", folder()));
      }
      writeFileSync(path.join(folder(), "pulumi", "pulumi-language-nodejs", "added.go"), "package main\n");
      keys.add(await cacheKey("pulumi", folder()));
      assert.equal(keys.size, 6);
    });

    it("keeps the name when only tests, documents or another build change", async () => {
      const key = await cacheKey("pulumi", folder());
      writeFileSync(
        path.join(folder(), "pulumi", "pulumi-language-nodejs", "main_test.go"),
        "package main\n",
      );
      writeFileSync(path.join(folder(), "pulumi", "README.md"), "read me\n");
      mkdirSync(path.join(folder(), "kwok", "more"));
      writeFileSync(path.join(folder(), "kwok", "more", "more.go"), "package more\n");
      assert.equal(await cacheKey("pulumi", folder()), key);
    });
  });
});
