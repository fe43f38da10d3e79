import assert from "node:assert/strict";
import { closeSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { limitLog, openLog, tailOfLog } from "../../../local/kubernetes/log-file.ts";

describe("a component's log", () => {
  let directory: string;
  let log: string;
  beforeEach(() => {
    directory = mkdtempSync(path.join(tmpdir(), "log-"));
    log = path.join(directory, "etcd.log");
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  it("goes on where it ended", () => {
    for (const text of ["one\n", "two\n"]) {
      const descriptor = openLog(log);
      writeSync(descriptor, text);
      closeSync(descriptor);
    }
    assert.equal(tailOfLog(log, 5), "one\ntwo");
  });

  it("is put aside from a mebibyte on", () => {
    writeFileSync(log, "x".repeat(1024 * 1024));
    closeSync(openLog(log));
    assert.deepEqual(readdirSync(directory).sort(), ["etcd.log", "etcd.log.1"]);
    assert.equal(statSync(log).size, 0);
  });

  it("is emptied beyond 16 MiB, and its writer goes on at the beginning", () => {
    const descriptor = openLog(log);
    writeSync(descriptor, Buffer.alloc(16 * 1024 * 1024 + 1, "x"));
    limitLog(log);
    writeSync(descriptor, "again\n");
    closeSync(descriptor);
    assert.equal(statSync(log).size, 6);
  });

  it("tells its last lines", () => {
    writeFileSync(log, `${"x".repeat(100_000)}\nlast but one\nlast\n`);
    assert.equal(tailOfLog(log, 2), "last but one\nlast");
    assert.equal(tailOfLog(path.join(directory, "none.log"), 2), "");
  });
});
