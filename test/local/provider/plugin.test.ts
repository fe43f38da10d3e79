import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { listenAsEngine } from "./engine-listener.ts";
import { startPlugin, type PluginProcess } from "./plugin-process.ts";
import { ProviderClient } from "./provider-client.ts";

const echoPlugin = fileURLToPath(new URL("./fixtures/echo-plugin.ts", import.meta.url));

describe("a plugin process", function () {
  this.timeout(20_000);
  let plugin: PluginProcess | undefined;

  afterEach(async () => {
    await plugin?.stop();
    plugin = undefined;
  });

  it("prints its port, answers, and logs to the engine of its last argument", async () => {
    const engine = await listenAsEngine();
    plugin = await startPlugin(echoPlugin, { engineAddress: engine.address });
    const client = new ProviderClient(plugin.port);
    assert.deepEqual(await client.invoke("echo:index:echo", { a: [1] }), { a: [1] });
    assert.deepEqual(
      engine.messages.map(({ message }) => message),
      ["echo of echo:index:echo"],
    );
    client.close();
    engine.close();
  });

  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    it(`exits with 0 on ${signal}`, async () => {
      plugin = await startPlugin(echoPlugin);
      plugin.process.kill(signal);
      assert.equal(await plugin.ended(), 0);
    });
  }

  it("exits when the engine's end of standard input closes", async () => {
    plugin = await startPlugin(echoPlugin);
    plugin.process.stdin?.end();
    assert.equal(await plugin.ended(), 0);
  });

  it("exits when its parent was killed, even when standard input says nothing", async () => {
    // The shell between keeps no pipe to the plugin, as a wrapper script does that was started without one.
    const parent = spawn(
      "sh",
      ["-c", `"${process.execPath}" "${echoPlugin}" 127.0.0.1:1 </dev/null & echo $!; wait`],
      {
        stdio: ["ignore", "pipe", "inherit"],
      },
    );
    const lines: string[] = [];
    let text = "";
    for await (const chunk of parent.stdout) {
      text += String(chunk);
      lines.splice(0, lines.length, ...text.split("\n").filter((line) => line !== ""));
      if (lines.length === 2) {
        break;
      }
    }
    const pid = Number(lines[0]);
    parent.kill("SIGKILL");
    await once(parent, "exit");
    const deadline = Date.now() + 5000;
    while (isRunning(pid)) {
      assert.ok(Date.now() < deadline, "the plugin outlived its parent by 5 seconds");
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
