/**
 * Makes `dist`, once the compiler has filled it, a pack of its own: `npm run build --workspace policies`. It can be named
 * in --policy-pack or published, on a Node that strips no types.
 */
import { copyFileSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import manifest from "./package.json" with { type: "json" };

const source = import.meta.dirname;
const target = join(source, "dist");

const compiled = {
  ...manifest,
  main: "index.js",
  exports: Object.fromEntries(
    Object.entries(manifest.exports).map(([name, file]) => [name, file.replace(/\.ts$/, ".js")]),
  ),
  scripts: undefined,
};
writeFileSync(join(target, "package.json"), `${JSON.stringify(compiled, undefined, 2)}\n`);
const project = readFileSync(join(source, "PulumiPolicy.yaml"), "utf8");
writeFileSync(join(target, "PulumiPolicy.yaml"), project.replace("analyzer: main.mjs", "analyzer: index.js"));
// The compiler emits no declarations that were written by hand.
for (const file of globSync("*.d.ts", { cwd: source }))
  copyFileSync(join(source, file), join(target, basename(file)));
