import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Analyzer } from "@pulumi/pulumi/provider/experimental/analyzer.js";
import type { AnalyzeResult } from "@pulumi/pulumi/provider/experimental/analyzer.js";

/** Folder of the package. */
export const folder = join(import.meta.dirname, "../../../../components/azure");

/** What the sources of the package declare by a pattern with one group. */
export function declared(pattern: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !/^(dist|node_modules)\b/.test(path))
    .flatMap((path) =>
      [...readFileSync(join(folder, path), "utf8").matchAll(pattern)].map(([, name = ""]) => name),
    );
}

/** Names of the component classes, sorted. */
export const components: readonly string[] = declared(
  /^export class (\w+) extends pulumi\.ComponentResource/gm,
).sort();

let description: AnalyzeResult | undefined;

/** The package as other languages see it, derived from the sources; takes seconds the first time. */
export function describePackage(): AnalyzeResult {
  if (description === undefined) {
    const manifest: unknown = createRequire(import.meta.url)(join(folder, "package.json"));
    if (typeof manifest !== "object" || manifest === null) {
      throw new Error(`${folder} has no package.json`);
    }
    description = new Analyzer(folder, "azure-platform", manifest, new Set(components)).analyze();
  }
  return description;
}
