import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { binaryNames, findBinaries, readBinaries } from "../../../local/kubernetes/binaries.ts";

const everything = Object.fromEntries(binaryNames.map((name) => [name, process.execPath]));

describe("the control plane's programs", () => {
  let local: string;
  let cluster: string;
  beforeEach(() => {
    local = mkdtempSync(path.join(tmpdir(), "binaries-"));
    cluster = path.join(local, "clusters", "shop");
    mkdirSync(cluster, { recursive: true });
  });
  afterEach(() => rmSync(local, { recursive: true, force: true }));
  const write = (file: string, content: string) => writeFileSync(path.join(local, file), content);

  it("are those that the list names", async () => {
    write("toolchain.json", JSON.stringify({ ...everything, pulumi: "/elsewhere" }));
    assert.deepEqual(await findBinaries(cluster), everything);
  });

  it("are refused when one is not there, with the remedy", async () => {
    write("toolchain.json", JSON.stringify({ ...everything, kwok: "/nowhere/kwok" }));
    await assert.rejects(findBinaries(cluster), /needs kwok, .*`npm run local` builds what is missing/);
  });

  it("are all refused when there is no list", async () => {
    await assert.rejects(findBinaries(cluster), /needs etcd, kube-apiserver, .*kwok/);
  });

  it("do not count with a relative path", () => {
    assert.deepEqual(
      readBinaries(JSON.stringify({ ...everything, etcd: "etcd" }), () => true),
      ["etcd"],
    );
  });

  it("are waited for while somebody builds them", async () => {
    write("toolchain.building", `${process.pid}\n`);
    const found = findBinaries(cluster, { everyMs: 10 });
    await sleep(50);
    write("toolchain.json", JSON.stringify(everything));
    rmSync(path.join(local, "toolchain.building"));
    assert.deepEqual(await found, everything);
  });

  it("are not waited for when the builder is dead", async () => {
    // No process has this id: it is above the highest one that Linux and macOS give.
    write("toolchain.building", "99999999");
    await assert.rejects(findBinaries(cluster), /`npm run local`/);
  });

  it("are waited for no longer than agreed", async () => {
    write("toolchain.building", String(process.pid));
    await assert.rejects(findBinaries(cluster, { timeoutMs: 30, everyMs: 10 }), /did not end within/);
  });
});
