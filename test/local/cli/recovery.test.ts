import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import path from "node:path";
import { pendingOperations } from "../../../local/cli/pending-operations.ts";
import { removeStaleLocks } from "../../../local/cli/stale-locks.ts";

describe("what a killed engine leaves", () => {
  it("a lock of a dead process goes, that of a living one and of another machine stays", () => {
    const backend = mkdtempSync(path.join(tmpdir(), "backend-"));
    try {
      const folder = path.join(backend, ".pulumi/locks/organization/p/dev");
      mkdirSync(folder, { recursive: true });
      // A process that has ended: its id is free for the moment.
      const dead = spawnSync(process.execPath, ["-e", ""]).pid;
      const lock = (name: string, pid: number, host: string) =>
        writeFileSync(path.join(folder, name), JSON.stringify({ pid, username: "u", hostname: host }));
      lock("dead.json", dead, hostname());
      lock("alive.json", process.pid, hostname());
      lock("elsewhere.json", dead, `${hostname()}-other`);
      assert.deepEqual(removeStaleLocks(backend, "p", "dev"), [dead]);
      assert.equal(existsSync(path.join(folder, "dead.json")), false);
      assert.equal(existsSync(path.join(folder, "alive.json")), true);
      assert.equal(existsSync(path.join(folder, "elsewhere.json")), true);
      assert.deepEqual(removeStaleLocks(backend, "p", "prod"), []);
    } finally {
      rmSync(backend, { recursive: true, force: true });
    }
  });

  it("pending operations are read from an exported state", () => {
    const state = {
      version: 3,
      deployment: {
        pending_operations: [
          {
            type: "creating",
            resource: { urn: "urn:1", type: "azure-native:network:Subnet", inputs: { a: 1 } },
          },
          { type: "updating", resource: { urn: "urn:2", type: "random:index:RandomId" } },
        ],
      },
    };
    assert.deepEqual(pendingOperations(state), [
      { type: "creating", urn: "urn:1", resourceType: "azure-native:network:Subnet", inputs: { a: 1 } },
      { type: "updating", urn: "urn:2", resourceType: "random:index:RandomId", inputs: {} },
    ]);
    assert.deepEqual(pendingOperations({ version: 3, deployment: {} }), []);
    assert.deepEqual(pendingOperations(undefined), []);
  });
});
