/** Regenerates every generated page: `npm run docs`. */
import { spawnSync } from "node:child_process";
import path from "node:path";

const root = path.dirname(import.meta.dirname);
for (const generator of ["docs/configuration.generate.ts", "policies/docs/generate.ts"]) {
  const result = spawnSync(process.execPath, [path.join(root, generator)], { stdio: "inherit" });
  if (result.status !== 0) process.exit(result.status ?? 1);
  console.log(`ran ${generator}`);
}
