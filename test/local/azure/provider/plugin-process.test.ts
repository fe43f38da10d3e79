/** The plugin as the engine starts it. */
import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { ProviderClient } from "../../provider/provider-client.ts";

const main = fileURLToPath(new URL("../../../../local/azure/main.ts", import.meta.url));

function start(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [main, ...args], { stdio: ["pipe", "pipe", "pipe"] });
}

async function portOf(plugin: ChildProcess): Promise<number> {
  assert.ok(plugin.stdout);
  for await (const chunk of plugin.stdout) {
    return Number(String(chunk).trim());
  }
  throw new Error("the plugin printed nothing");
}

describe("the plugin of the local Azure, as a process", function () {
  this.timeout(20_000);
  let directory: string;

  before(() => {
    directory = mkdtempSync(path.join(tmpdir(), "local-azure-"));
  });
  after(() => rmSync(directory, { recursive: true, force: true }));

  it("prints its port, answers, and ends when the engine tells it to", async () => {
    const plugin = start(["--state", directory, "127.0.0.1:1"]);
    const ended = once(plugin, "exit");
    const client = new ProviderClient(await portOf(plugin));
    assert.match(await client.version(), /^3\.\d+\.\d+$/);
    client.close();
    plugin.kill("SIGINT");
    assert.deepEqual(await ended, [0, null]);
  });

  it("says what is missing when it is not told where its state is", async () => {
    const plugin = start([]);
    let message = "";
    plugin.stderr?.on("data", (chunk: Buffer) => (message += chunk.toString()));
    assert.deepEqual(await once(plugin, "exit"), [1, null]);
    assert.match(message, /^error: --state is missing/);
  });
});
