import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Tells the control planes where their binaries are; replaced in one step, because they may be reading it. */
export function writeToolchainFile(file: string, tools: Readonly<Record<string, string>>): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(tools, null, 2)}\n`);
  renameSync(draft, file);
}
