/** Runs the mocha tests of one area in this process and sends mocha's result to the parent: `run-area.ts <area> [pattern]`. */
import { globSync } from "node:fs";
import path from "node:path";
import Mocha from "mocha";
import { isArea } from "./areas.ts";

const [area = "", pattern] = process.argv.slice(2);
if (!isArea(area)) throw new Error(`no test area '${area}'`);

const mocha = new Mocha({ reporter: "spec", timeout: 20_000, slow: 2_000 });
if (pattern !== undefined) mocha.grep(pattern);
const files = globSync(`${area}/**/*.test.ts`, { cwd: import.meta.dirname }).sort();
for (const file of files) mocha.addFile(path.join(import.meta.dirname, file));
await mocha.loadFilesAsync();

const runner = mocha.run(() => {
  const stats = runner.stats;
  const result = {
    passed: stats?.passes ?? 0,
    failed: stats?.failures ?? 0,
    pending: stats?.pending ?? 0,
  };
  // What still runs now is a leak of a test; it must not keep the suite waiting.
  const leave = () => process.exit(result.failed > 0 ? 1 : 0);
  if (process.send === undefined) leave();
  else process.send(result, leave);
});
