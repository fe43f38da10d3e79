import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { describe, it } from "mocha";

const execute = promisify(execFile);
const root = path.join(import.meta.dirname, "../../..");

/** Runs a program that starts as ours does, in a process of its own, and returns what it prints. */
async function run(program: string, environment: NodeJS.ProcessEnv = {}): Promise<unknown> {
  const script = `
    import "./start/stack-traces.ts";
    import "./start/lazy-modules.ts";
    import "./start/property-promises.ts";
    import { createRequire } from "node:module";
    import * as pulumi from "@pulumi/pulumi";
    import { VirtualNetwork } from "@pulumi/azure-native/network/virtualNetwork.js";
    const require = createRequire(import.meta.url);
    const loaded = (part) => Object.values(require.cache).some((module) => module.filename?.includes(part) && module.children.length > 0);
    await pulumi.runtime.setMocks({
      newResource: ({ inputs, name }) => ({ id: name, state: inputs }),
      call: () => ({}),
    });
    ${program}`;
  const { stdout } = await execute(process.execPath, ["--input-type=module", "--eval", script], {
    cwd: root,
    env: { ...process.env, PULUMI_DEBUG_PROMISE_LEAKS: undefined, ...environment },
  });
  const result: unknown = JSON.parse(stdout);
  return result;
}

const makeNetwork = `const network = new VirtualNetwork("net", { resourceGroupName: "group", addressSpace: { addressPrefixes: ["10.0.0.0/16"] } });`;

describe("the SDK as the program starts it", function () {
  this.timeout(60_000);

  it("loads neither package manager nor compiler for resources", async () => {
    const result = await run(`${makeNetwork}
      const prefixes = await new Promise((resolve) => network.addressSpace.apply((space) => resolve(space?.addressPrefixes)));
      console.log(JSON.stringify({ prefixes, arborist: loaded("@npmcli/arborist/lib/index.js"), typescript: loaded("typescript-shim") }));`);
    assert.deepEqual(result, { prefixes: ["10.0.0.0/16"], arborist: false, typescript: false });
  });

  it("turns functions into text as before", async () => {
    const result = await run(`
      const answer = 42;
      const { text } = await pulumi.runtime.serializeFunction(() => answer);
      console.log(JSON.stringify({ captured: text.includes("42"), typescript: loaded("typescript-shim") }));`);
    assert.deepEqual(result, { captured: true, typescript: true });
  });

  it("keeps stack traces of errors whole", async () => {
    const result = await run(`${makeNetwork}
      function thrower() { throw new Error("thrown"); }
      let stack = "";
      try { thrower(); } catch (error) { stack = error.stack; }
      console.log(JSON.stringify({ named: stack.includes("thrower"), limit: Error.stackTraceLimit > 0 }));`);
    assert.deepEqual(result, { named: true, limit: true });
  });

  it("takes no trace for the promises of outputs, unless they are looked for", async () => {
    const traces = `${makeNetwork}
      const { getStore } = require("@pulumi/pulumi/runtime/state.js");
      const ofOutputs = [...getStore().leakCandidates].filter(({ _debugCtx }) => _debugCtx.startsWith("transferProperty("));
      console.log(JSON.stringify({
        promises: ofOutputs.length > 0,
        traces: ofOutputs.some(({ _debugStackTrace }) => _debugStackTrace.includes("\\n")),
      }));`;
    assert.deepEqual(await run(traces), { promises: true, traces: false });
    assert.deepEqual(await run(traces, { PULUMI_DEBUG_PROMISE_LEAKS: "1" }), {
      promises: true,
      traces: true,
    });
  });
});
