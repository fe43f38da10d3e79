import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { silentProgress } from "../../../local/engine/progress.ts";
import { ensureTools, locateTools, ToolchainError } from "../../../local/engine/toolchain.ts";
import type { ToolName, ToolSource } from "../../../local/engine/toolchain.ts";
import { toolNames } from "../../../local/engine/tools.ts";
import { FakeGo } from "./fake-go.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const systemPath = "/usr/bin:/bin";

describe("ensureTools", () => {
  const folder = temporaryFolder();
  const cache = () => path.join(folder(), "microservices-platform");
  const environment = (...bins: string[]) => ({
    PATH: [...bins, systemPath].join(path.delimiter),
    HOME: folder(),
    XDG_CACHE_HOME: folder(),
  });
  const ensure = <Name extends ToolName>(
    names: readonly Name[],
    bins: readonly string[],
    sources: readonly ToolSource[] = ["path", "build"],
  ) => ensureTools(names, silentProgress, { environment: environment(...bins), sources });

  /** Puts executables on PATH, each a script. */
  const onPath = (programs: Readonly<Record<string, string>>): string => {
    const bin = path.join(folder(), "on-path");
    mkdirSync(bin, { recursive: true });
    for (const [name, script] of Object.entries(programs)) {
      writeFileSync(path.join(bin, name), `#!/bin/sh\n${script}\n`);
      chmodSync(path.join(bin, name), 0o755);
    }
    return bin;
  };

  describe("on PATH", () => {
    it("takes a copy that is new enough, and builds nothing", async () => {
      const bin = onPath({ etcd: "echo 'etcd Version: 3.6.7'" });
      assert.deepEqual(await ensure(["etcd"], [bin]), { etcd: path.join(bin, "etcd") });
      assert.equal(existsSync(cache()), false);
    });

    it("takes the engine only together with the language host beside it", async () => {
      const bin = onPath({ pulumi: "echo v3.270.0" });
      await assert.rejects(ensure(["pulumi"], [bin], ["path"]), ToolchainError);
      onPath({ "pulumi-language-nodejs": "" });
      assert.deepEqual(await ensure(["pulumi", "pulumi-language-nodejs"], [bin], ["path"]), {
        pulumi: path.join(bin, "pulumi"),
        "pulumi-language-nodejs": path.join(bin, "pulumi-language-nodejs"),
      });
    });

    it("passes over what is too old, of another minor version, or no such program", async () => {
      const go = new FakeGo(folder());
      const bin = onPath({
        pulumi: "echo v3.200.0",
        "pulumi-language-nodejs": "",
        "kube-scheduler": "echo Kubernetes v1.36.0",
        kwok: "exit 1",
        etcd: "echo hello",
      });
      const located = await locateTools(toolNames, {
        environment: environment(bin, go.bin),
        sources: ["path"],
      });
      assert.deepEqual(located, {});
      const { etcd, pulumi } = await ensure(["etcd", "pulumi"], [bin, go.bin]);
      assert(etcd.startsWith(cache()) && pulumi.startsWith(cache()));
    });
  });

  describe("build", () => {
    it("gives programs that run, once, for this and every later call", async () => {
      const go = new FakeGo(folder());
      const first = await ensure(["etcd", "pulumi", "pulumi-language-nodejs"], [go.bin]);
      for (const file of Object.values(first))
        assert.equal(execFileSync(file, { encoding: "utf8" }), "complete\n");
      assert.equal(path.dirname(first.pulumi), path.dirname(first["pulumi-language-nodejs"]));
      assert.deepEqual(await ensure(["etcd", "pulumi"], [go.bin]), {
        etcd: first.etcd,
        pulumi: first.pulumi,
      });
      // Not even Go is needed any more.
      assert.deepEqual(await ensure(["etcd"], []), { etcd: first.etcd });
      assert.equal(go.builds.length, 2);
    });

    it("leaves no checkout path, no other module version and no C in the binaries", async () => {
      const go = new FakeGo(folder());
      await ensure(["etcd"], [go.bin]);
      const [command = ""] = go.builds;
      assert.match(
        command,
        /\/local\/engine\/go\/etcd build -v .*-trimpath -buildvcs=false -mod=readonly .*go\.etcd\.io\/etcd\/server\/v3$/,
      );
    });

    it("happens once for calls at the same time", async () => {
      const go = new FakeGo(folder());
      const all = await Promise.all([1, 2, 3].map(() => ensure(["etcd"], [go.bin])));
      assert.equal(new Set(all.map(({ etcd }) => etcd)).size, 1);
      assert.equal(go.builds.length, 1);
    });

    it("tells what failed, and is tried again by the next call", async () => {
      const go = new FakeGo(folder());
      go.failBuilds();
      await assert.rejects(ensure(["etcd"], [go.bin]), /package x: no luck/);
      rmSync(path.join(folder(), "fail"));
      const { etcd } = await ensure(["etcd"], [go.bin]);
      assert.equal(execFileSync(etcd, { encoding: "utf8" }), "complete\n");
    });
  });

  describe("several processes", () => {
    const main = path.resolve(import.meta.dirname, "../../../local/engine/main.ts");
    const install = (go: FakeGo, ...names: ToolName[]) =>
      spawn(process.execPath, ["--no-warnings", main, "install", ...names], {
        env: { ...environment(go.bin), PLATFORM_TOOL_SOURCES: "path,build" },
        stdio: ["ignore", "pipe", "inherit"],
        detached: true,
      });
    const until = async (condition: () => boolean): Promise<void> => {
      while (!condition()) await setTimeout(20);
    };

    it("build once: the second waits for the first", async () => {
      const go = new FakeGo(folder());
      const ends = [install(go, "etcd"), install(go, "etcd")].map((child) => once(child, "exit"));
      for (const [code] of await Promise.all(ends)) assert.equal(code, 0);
      assert.equal(go.builds.length, 1);
    });

    it("go on after one that was killed half-way, with no half binary in sight", async () => {
      const go = new FakeGo(folder());
      writeFileSync(go.pauseFile, "");
      const killed = install(go, "etcd");
      await until(() => go.builds.length === 1);
      await setTimeout(100);
      assert(killed.pid !== undefined);
      const exit = once(killed, "exit");
      process.kill(-killed.pid, "SIGKILL");
      await exit;
      rmSync(go.pauseFile);
      assert.deepEqual(
        await locateTools(["etcd"], { environment: environment(go.bin), sources: ["build"] }),
        {},
      );
      const { etcd } = await ensure(["etcd"], [go.bin]);
      assert.equal(execFileSync(etcd, { encoding: "utf8" }), "complete\n");
      assert.equal(go.builds.length, 2);
    });
  });

  describe("without Go", () => {
    it("ends with one error that names what is missing and what to install", async () => {
      await assert.rejects(ensure(toolNames, []), (error) => {
        assert(error instanceof ToolchainError);
        assert.match(
          error.message,
          /Missing: Pulumi engine 3\.250\.0, etcd 3\.6\.5, Kubernetes control plane 1\.35\.0, /,
        );
        assert.match(
          error.message,
          /Go is not on PATH\. Install Go 1\.25\.11 or later \(https:\/\/go\.dev\/doc\/install\)/,
        );
        return true;
      });
      assert.equal(existsSync(cache()), false);
    });

    it("says so on the command line too, without a stack trace", () => {
      const main = path.resolve(import.meta.dirname, "../../../local/engine/main.ts");
      const command = () =>
        execFileSync(process.execPath, ["--no-warnings", main, "install"], {
          env: { ...environment(), PLATFORM_TOOL_SOURCES: "path,build" },
          stdio: "pipe",
          encoding: "utf8",
        });
      assert.throws(command, (error) => {
        assert(error instanceof Error && "stderr" in error && "status" in error);
        assert.equal(error.status, 1);
        assert.match(String(error.stderr), /^error: Missing: [^\n]+\n$/);
        return true;
      });
    });

    it("names the Go that is too old and may not fetch a newer one", async () => {
      const go = new FakeGo(folder(), "1.21.5");
      await assert.rejects(ensure(["etcd"], [go.bin]), /Go on PATH is 1\.21\.5, too old.*Install Go 1\.\d+/);
      assert.deepEqual(go.builds, []);
    });

    it("refuses a source that does not exist", async () => {
      const options = { environment: { ...environment(), PLATFORM_TOOL_SOURCES: "path,magic" } };
      await assert.rejects(
        ensureTools(["etcd"], silentProgress, options),
        /PLATFORM_TOOL_SOURCES names "magic"; allowed are path, official, build/,
      );
    });
  });

  it("keeps nothing but complete folders and locks in the cache", async () => {
    const go = new FakeGo(folder());
    await ensure(["etcd"], [go.bin]);
    const entries = readdirSync(path.join(cache(), "etcd")).sort();
    assert.equal(entries.length, 2);
    assert.match(entries.join(" "), /^3\.6\.5-[0-9a-f]{16} 3\.6\.5-[0-9a-f]{16}\.lock$/);
  });
});
