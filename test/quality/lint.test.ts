import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");

/** Runs a JavaScript tool of node_modules with this Node; its output is the failure's message. */
function tool(script: string, ...args: string[]): void {
  const result = spawnSync(process.execPath, [path.join(root, "node_modules", script), ...args], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  assert.equal(result.status, 0, `${script} ${args.join(" ")}\n${result.stdout}${result.stderr}`);
}

describe("the sources", function () {
  this.timeout(15 * 60_000);

  it("type-check strictly", () => tool("typescript/bin/tsc", "--noEmit"));

  it("have nothing that ESLint refuses", () => tool("eslint/bin/eslint.js", ".", "--max-warnings", "0"));

  it("are formatted by Prettier", () =>
    tool("prettier/bin/prettier.cjs", "--check", "--log-level", "warn", "."));
});
