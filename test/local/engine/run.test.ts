import assert from "node:assert/strict";
import { ProgramError, run } from "../../../local/engine/run.ts";

describe("run", () => {
  it("returns what a program writes, line by line as it comes too", async () => {
    const lines: string[] = [];
    const errors: string[] = [];
    const output = await run("/bin/sh", ["-c", "echo one; echo two; echo warn >&2"], {
      onOutput: (line) => lines.push(line),
      onError: (line) => errors.push(line),
    });
    assert.equal(output, "one\ntwo");
    assert.deepEqual([lines, errors], [["one", "two"], ["warn"]]);
  });

  it("fails with the exit code and the end of stderr", async () => {
    await assert.rejects(run("/bin/sh", ["-c", "echo why >&2; exit 3"]), (error) => {
      assert(error instanceof ProgramError);
      assert.match(error.message, /exit code 3\nwhy$/);
      return true;
    });
  });

  it("fails when there is no such program, and when it takes too long", async () => {
    await assert.rejects(run("/nowhere/program", []), ProgramError);
    await assert.rejects(run("/bin/sleep", ["30"], { timeoutMilliseconds: 50 }), /SIGTERM/);
  });
});
