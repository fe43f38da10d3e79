/**
 * All tests: `npm test`, or `npm test -- <area…> [--grep PATTERN]`. Ends with one plain line, `N passed, N failed`,
 * which adds up mocha's own results.
 */
import { fork } from "node:child_process";
import path from "node:path";
import { parseArgs } from "node:util";
import { terminalProgress } from "../local/engine/progress.ts";
import { ensureTools } from "../local/engine/toolchain.ts";
import { toolNames } from "../local/engine/tools.ts";
import { type Area, areas, type AreaResult, isArea, isAreaResult } from "./areas.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { grep: { type: "string" } },
});
const strangers = positionals.filter((name) => !isArea(name));
if (strangers.length > 0) {
  console.error(`no test area '${strangers.join("', '")}': one of ${Object.keys(areas).join(", ")}`);
  process.exit(2);
}
const chosen = Object.keys(areas)
  .filter(isArea)
  .filter((area) => positionals.length === 0 || positionals.includes(area));

/** Areas that run the engine or the control plane. */
const needsTools: readonly Area[] = ["policies", "local", "integration"];

/** Finds, installs or builds the tools; says what to install when it cannot. */
async function prepareTools(): Promise<boolean> {
  try {
    await ensureTools(toolNames, terminalProgress(process.stderr));
    return true;
  } catch (error) {
    console.error(`error: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}

/** Runs one area in a process of its own, so that no area inherits mocks, servers or settings of another. */
function runArea(area: Area): Promise<AreaResult> {
  const args = [area, ...(values.grep === undefined ? [] : [values.grep])];
  const child = fork(path.join(import.meta.dirname, "run-area.ts"), args, { stdio: "inherit" });
  return new Promise((resolve) => {
    let result: AreaResult | undefined;
    child.on("message", (message) => {
      if (isAreaResult(message)) result = message;
    });
    child.on("exit", (code) => {
      // A process that ends without a result, or badly after a good one, is a failure of its own.
      if (result === undefined) resolve({ passed: 0, failed: 1, pending: 0 });
      else resolve(code !== 0 && result.failed === 0 ? { ...result, failed: 1 } : result);
    });
  });
}

const total = { passed: 0, failed: 0 };
const started = Date.now();
for (const [index, area] of chosen.entries()) {
  // Built here, where it shows its progress, and not inside a test with a time-out.
  if (needsTools.includes(area) && !(await prepareTools())) {
    total.failed += 1;
    break;
  }
  console.log(`\n[${index + 1} of ${chosen.length}] ${area}: ${areas[area]}`);
  const areaStarted = Date.now();
  const result = await runArea(area);
  total.passed += result.passed;
  total.failed += result.failed + result.pending;
  const seconds = Math.round((Date.now() - areaStarted) / 1000);
  const skipped = result.pending > 0 ? `, ${result.pending} skipped (counted as failed)` : "";
  console.log(`  ${area}: ${result.passed} passed, ${result.failed} failed${skipped} in ${seconds} s`);
}
if (total.passed + total.failed === 0) {
  console.error("no test was found");
  total.failed = 1;
}
console.log(`\nAll areas took ${Math.round((Date.now() - started) / 1000)} s.`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);
