import assert from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import { elapsed, terminalProgress } from "../../../local/engine/progress.ts";

class Recorder {
  readonly isTTY: boolean;
  readonly columns: number;
  text = "";

  constructor(isTTY: boolean, columns = 80) {
    this.isTTY = isTTY;
    this.columns = columns;
  }

  write(text: string): void {
    this.text += text;
  }

  get lines(): string[] {
    return this.text.split("\n").slice(0, -1);
  }
}

describe("progress", () => {
  it("writes minutes and seconds", () => {
    assert.equal(elapsed(0), "0:00");
    assert.equal(elapsed(59_400), "0:59");
    assert.equal(elapsed(125_000), "2:05");
    assert.equal(elapsed(3_600_000), "60:00");
  });

  it("writes plain lines where there is no terminal: begin, end, how many of how many, elapsed", () => {
    const output = new Recorder(false);
    let time = 0;
    const progress = terminalProgress(output, { now: () => time });
    const first = progress.begin("etcd 3.6.5");
    const second = progress.begin("kwok 0.7.0");
    first.update("preparing");
    first.update("linking");
    time = 62_000;
    first.done();
    second.update("preparing");
    time = 70_000;
    second.done();
    assert.deepEqual(output.lines, [
      "  etcd 3.6.5 …",
      "  [1 of 2] etcd 3.6.5, 1:02",
      "  kwok 0.7.0 …",
      "  [2 of 2] kwok 0.7.0, 0:08",
    ]);
  });

  it("gives a sign of life of what has begun", async () => {
    const output = new Recorder(false);
    const progress = terminalProgress(output, { heartbeat: 20, now: () => 0 });
    const task = progress.begin("etcd 3.6.5");
    progress.begin("kwok 0.7.0");
    task.update("12 of 560 packages");
    await setTimeout(90);
    assert(output.lines.includes("  … etcd 3.6.5 12 of 560 packages, 0:00"), output.text);
    assert(!output.text.includes("kwok"), output.text);
    task.failed();
    assert.equal(output.lines.at(-1), "  etcd 3.6.5 failed, 0:00");
  });

  it("updates one line of a terminal, never wider than it, and erases it at the end", () => {
    const output = new Recorder(true, 40);
    const progress = terminalProgress(output, { now: () => 0 });
    const task = progress.begin("Kubernetes control plane 1.35.0");
    task.update("1,200 of 1,700 packages");
    const drawn = output.text;
    assert(!drawn.includes("\n"));
    assert(drawn.length < 40, drawn);
    assert.match(drawn, /^\[0 of 1 done\] Kubernetes.*…$/);
    task.done();
    assert.equal(
      output.text.slice(drawn.length),
      "\r\u001b[K  [1 of 1] Kubernetes control plane 1.35.0, 0:00\n",
    );
  });
});
