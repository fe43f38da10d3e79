import { readdirSync, statSync, existsSync } from "node:fs";
import path from "node:path";
import { localAzureStatus } from "../../azure/status.ts";
import type { Invocation } from "../arguments.ts";
import { layout } from "../layout.ts";
import { projectName } from "../session.ts";

interface StackStatus {
  readonly name: string;
  readonly updated: string;
}

/** The stacks of the local backend. */
function stacks(): StackStatus[] {
  const folder = path.join(layout.backend, ".pulumi", "stacks", projectName());
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .map((file) => ({
      name: file.slice(0, -".json".length),
      updated: statSync(path.join(folder, file)).mtime.toISOString(),
    }));
}

/** Lists what there is: stacks, resources of the local Azure, clusters with their processes. Needs no engine. */
export async function status(invocation: Invocation): Promise<number> {
  const azure = await localAzureStatus(layout.azure);
  const report = { stacks: stacks(), ...azure };
  if (invocation.json) {
    console.log(JSON.stringify(report, null, 2));
    return 0;
  }
  console.log(
    `Stacks: ${report.stacks.map(({ name, updated }) => `${name} (${updated})`).join(", ") || "none"}`,
  );
  console.log(`Resources of the local Azure: ${report.resources.length || "none"}`);
  const types = new Map<string, number>();
  for (const { token } of report.resources) types.set(token, (types.get(token) ?? 0) + 1);
  for (const [token, count] of [...types].sort()) console.log(`  ${String(count).padStart(4)}  ${token}`);
  console.log(`Clusters: ${report.clusters.length || "none"}`);
  for (const { id, processes } of report.clusters) {
    const running = processes.map(({ name, pid }) => `${name} (${pid})`).join(", ");
    console.log(`  ${id}\n        ${running || "stopped; the next command starts it again"}`);
  }
  return 0;
}
