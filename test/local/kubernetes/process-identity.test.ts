import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import fc from "fast-check";
import {
  findProcess,
  groupMembers,
  isAlive,
  isOfThisBoot,
  parsePsLine,
  parseStat,
} from "../../../local/kubernetes/process-identity.ts";

const restOfStat = "S 1 4242 4242 0 -1 4194560 100 0 0 0 5 6 0 0 20 0 1 0 987654 1000000 200";

describe("the identity of a process", () => {
  it("is read whatever the command is called", () => {
    fc.assert(
      fc.property(fc.string(), (command) => {
        assert.deepEqual(parseStat(`17 (${command}) ${restOfStat}`), {
          state: "S",
          group: 4242,
          threads: 1,
          startTicks: "987654",
        });
      }),
    );
  });

  it("is nothing when the text is cut short", () => {
    assert.equal(parseStat("17 (etcd) S 1"), undefined);
    assert.equal(parseStat(""), undefined);
  });

  it("is read from ps where there is no /proc", () => {
    assert.deepEqual(parsePsLine("  812   800 Ss   Mon Feb  3 10:11:12 2025"), {
      pid: 812,
      group: 800,
      state: "Ss",
      started: "Mon Feb  3 10:11:12 2025",
    });
    assert.equal(parsePsLine("nonsense"), undefined);
  });

  it("holds while the process lives and is told apart from another one with its number", () => {
    const self = findProcess(process.pid);
    assert.ok(self);
    assert.ok(isAlive(self));
    assert.ok(isOfThisBoot(self));
    assert.equal(isAlive({ pid: self.pid, started: `${self.started}0` }), false);
  });

  it("ends with the process", async () => {
    const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
    const exited = once(child, "exit");
    const identity = findProcess(child.pid ?? 0);
    assert.ok(identity);
    child.kill("SIGKILL");
    await exited;
    assert.equal(isAlive(identity), false);
  });

  it("tells the members of a process group", async () => {
    const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], {
      stdio: "ignore",
      detached: true,
    });
    const exited = once(child, "exit");
    const group = child.pid ?? 0;
    assert.deepEqual(
      groupMembers(group).map(({ pid }) => pid),
      [group],
    );
    child.kill("SIGKILL");
    await exited;
    assert.deepEqual(groupMembers(group), []);
  });
});
