/**
 * Finds, installs or builds the programs that the local platform runs:
 *
 *     node local/engine/main.ts install [tool…]     all of them by default; prints the path of each
 *     node local/engine/main.ts paths [--json]      those that are there already
 */
import { terminalProgress } from "./progress.ts";
import { ensureTools, locateTools, ToolchainError } from "./toolchain.ts";
import { isToolName, toolNames } from "./tools.ts";
import type { ToolName } from "./tools.ts";

const usage = `usage: main.ts install [tool…] | paths [--json]\ntools: ${toolNames.join(", ")}`;

async function main(args: readonly string[]): Promise<number> {
  const [command, ...rest] = args;
  if (command === "install") {
    const names = rest.length === 0 ? toolNames : toolsOf(rest);
    if (names === undefined) return misuse();
    printPaths(await ensureTools(names, terminalProgress(process.stderr)), false);
    return 0;
  }
  if (command === "paths" && rest.every((argument) => argument === "--json")) {
    printPaths(await locateTools(), rest.length > 0);
    return 0;
  }
  return misuse();
}

function toolsOf(names: readonly string[]): ToolName[] | undefined {
  const known = names.filter(isToolName);
  return known.length === names.length ? known : undefined;
}

function printPaths(paths: Readonly<Partial<Record<ToolName, string>>>, json: boolean): void {
  if (json) console.log(JSON.stringify(paths, undefined, 2));
  else for (const [name, file] of Object.entries(paths)) console.log(`${name} ${file}`);
}

function misuse(): number {
  console.error(usage);
  return 2;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof ToolchainError)) throw error;
  console.error(`error: ${error.message}`);
  process.exitCode = 1;
}
