import { rename } from "node:fs/promises";
import path from "node:path";
import { version as sdkVersion } from "@pulumi/pulumi/version.js";
import type { Task } from "./progress.ts";
import { publishFolder } from "./publish.ts";
import { run } from "./run.ts";

/** Where the CLI and its plugins are released. */
const releases = "https://get.pulumi.com";

/** Who does not answer the first question within this time is taken for unreachable. */
const reachableWithinMilliseconds = 3000;

/** A download that takes longer is given up for the build. */
const downloadLimitMilliseconds = 10 * 60 * 1000;

let reachable: Promise<boolean> | undefined;

/** Whether official releases can be downloaded here; asked once for all tools. */
export function isReachable(): Promise<boolean> {
  reachable ??= probe();
  return reachable;
}

async function probe(): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(reachableWithinMilliseconds);
    const answer = await fetch(`${releases}/install.sh`, { method: "HEAD", signal });
    return answer.ok;
  } catch {
    return false;
  }
}

/** The CLI's folder in the cache, named after its version, which is that of the installed SDK. */
export function officialEngineFolder(cache: string): string {
  return path.join(cache, "pulumi", `official-${sdkVersion}`);
}

/** Installs the official CLI of the SDK's version, with its own language hosts beside it in `bin`. */
export async function installEngine(cache: string, task: Task): Promise<void> {
  task.update(`downloading ${sdkVersion}`);
  // Only needed here, and slow to load.
  const { PulumiCommand } = await import("@pulumi/pulumi/automation/index.js");
  await publishFolder(officialEngineFolder(cache), async (temporary) => {
    await PulumiCommand.install({ root: temporary });
  });
}

/** An official provider plugin. */
export interface OfficialPlugin {
  /** The provider's name, such as kubernetes. */
  readonly name: string;
  readonly version: string;
}

export function officialPluginFolder(cache: string, plugin: OfficialPlugin): string {
  return path.join(cache, `pulumi-resource-${plugin.name}`, `official-${plugin.version}`);
}

/** Downloads an official plugin with the engine's own command. */
export async function installPlugin(
  cache: string,
  plugin: OfficialPlugin,
  pulumi: string,
  task: Task,
): Promise<void> {
  task.update(`downloading ${plugin.version}`);
  await publishFolder(officialPluginFolder(cache, plugin), async (temporary) => {
    await run(pulumi, ["plugin", "install", "resource", plugin.name, plugin.version, "--exact"], {
      environment: { ...process.env, PULUMI_HOME: temporary, PULUMI_SKIP_UPDATE_CHECK: "true" },
      timeoutMilliseconds: downloadLimitMilliseconds,
    });
    const installed = path.join(temporary, "plugins", `resource-${plugin.name}-v${plugin.version}`);
    await rename(installed, path.join(temporary, "bin"));
  });
}
