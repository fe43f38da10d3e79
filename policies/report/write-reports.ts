import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Pack } from "../pack.ts";
import { html } from "./html.ts";
import { junit } from "./junit.ts";
import { markdown } from "./markdown.ts";
import type { RunRecord } from "./record.ts";
import { sarif } from "./sarif.ts";
import { summarize } from "./summary.ts";
import type { Summary } from "./summary.ts";

/** The reports of a run, by the name of their file. */
export const reports: Readonly<Record<string, (summary: Summary) => string>> = {
  "policies.json": (summary) => `${JSON.stringify(summary, undefined, 2)}\n`,
  "policies.sarif": sarif,
  "policies.junit.xml": junit,
  "policies.md": markdown,
  "policies.html": html,
};

/** Writes all reports of a run into a folder, which is made if need be. */
export function writeReports(folder: string, pack: Pack, record: RunRecord): void {
  const summary = summarize(pack, record);
  mkdirSync(folder, { recursive: true });
  for (const [name, write] of Object.entries(reports)) writeFileSync(join(folder, name), write(summary));
}
