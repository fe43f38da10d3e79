import { availableParallelism } from "node:os";
import path from "node:path";
import { cacheKey, cacheRoot, sourceRoot } from "./cache.ts";
import { findOnPath, isExecutable } from "./executable.ts";
import { goBuild } from "./go-build.ts";
import { canBuild, findGo, newestGo, requiredGo } from "./go.ts";
import type { Go } from "./go.ts";
import { withLock } from "./lock.ts";
import {
  installEngine,
  installPlugin,
  isReachable,
  officialEngineFolder,
  officialPluginFolder,
} from "./official.ts";
import { silentProgress } from "./progress.ts";
import type { Progress, Task } from "./progress.ts";
import { isFolder, publishFolder } from "./publish.ts";
import { run } from "./run.ts";
import { Slots } from "./slots.ts";
import { buildNamed, buildNames, toolNamed, toolNames } from "./tools.ts";
import type { BuildName, OnPath, ToolName } from "./tools.ts";
import { isAcceptable } from "./version.ts";

export type { ToolName } from "./tools.ts";

/** Where tools may come from, in the order in which the sources are tried. */
export const toolSources = ["path", "official", "build"] as const;
export type ToolSource = (typeof toolSources)[number];

export interface ToolchainOptions {
  /** Sources to use. Default: all, or those that PLATFORM_TOOL_SOURCES lists (comma-separated). */
  readonly sources?: readonly ToolSource[];
  /** Default: the process's. */
  readonly environment?: NodeJS.ProcessEnv;
}

/** The tools cannot be had on this machine as it is; the message says what to install. */
export class ToolchainError extends Error {
  override readonly name = "ToolchainError";
}

/** A second build runs while the first one links, which needs one core; more would only take each other's memory. */
const buildSlots = new Slots(Math.min(2, availableParallelism()));

/** Everything but the engine gives way to it: nothing can be previewed without the engine. */
const niceness: Readonly<Partial<Record<BuildName, number>>> = { pulumi: 0 };
const otherNiceness = 10;

/** Builds going on in this process, by cache folder: who asks again waits for the same one. */
const inProgress = new Map<string, Promise<void>>();

/**
 * Finds, installs or builds tools, and returns the absolute path of each. For each tool, in this order: a copy on PATH that is new
 * enough; what is in the cache; the official installer, where it can be reached; a build from Go modules. Calls may overlap, also in
 * several processes: nothing is installed or built twice, and an interrupted run is continued by the next.
 *
 * @throws ToolchainError when a tool must be built and Go is missing or too old.
 */
export async function ensureTools<Name extends ToolName>(
  names: readonly Name[],
  progress: Progress,
  options: ToolchainOptions = {},
): Promise<Readonly<Record<Name, string>>> {
  if (process.platform === "win32")
    throw new ToolchainError(
      "The local platform needs Linux or macOS: run it in the Windows Subsystem for Linux.",
    );
  const toolchain = new Toolchain(progress, options);
  const wanted = toolNames.filter((name) => names.some((other) => other === name));
  const located = await Promise.all(
    wanted.map(async (name) => [name, await toolchain.locate(name)] as const),
  );
  const missing = located.filter(([, file]) => file === undefined).map(([name]) => name);
  await toolchain.provide(missing);
  const paths: Partial<Record<ToolName, string>> = {};
  for (const [name, file] of located) paths[name] = file ?? (await toolchain.provided(name));
  if (!isComplete(paths, names)) throw new ToolchainError(`Not provided: ${missing.join(", ")}.`);
  return paths;
}

/** The paths of those tools that can be used at once; installs and builds nothing. */
export async function locateTools(
  names: readonly ToolName[] = toolNames,
  options: ToolchainOptions = {},
): Promise<Readonly<Partial<Record<ToolName, string>>>> {
  const toolchain = new Toolchain(silentProgress, options);
  const paths: Partial<Record<ToolName, string>> = {};
  for (const name of names) {
    const file = await toolchain.locate(name);
    if (file !== undefined) paths[name] = file;
  }
  return paths;
}

function isComplete<Name extends ToolName>(
  paths: Partial<Record<ToolName, string>>,
  names: readonly Name[],
): paths is Record<Name, string> {
  return names.every((name) => paths[name] !== undefined);
}

/** The sources that the environment variable PLATFORM_TOOL_SOURCES allows; all when it is not set. */
function sourcesFrom(environment: NodeJS.ProcessEnv): readonly ToolSource[] {
  const listed = environment["PLATFORM_TOOL_SOURCES"];
  if (listed === undefined || listed === "") return toolSources;
  return listed.split(",").map((entry) => {
    const source = toolSources.find((known) => known === entry.trim());
    if (source === undefined)
      throw new ToolchainError(
        `PLATFORM_TOOL_SOURCES names "${entry.trim()}"; allowed are ${toolSources.join(", ")}.`,
      );
    return source;
  });
}

class Toolchain {
  readonly #environment: NodeJS.ProcessEnv;
  readonly #sources: readonly ToolSource[];
  readonly #cache: string;
  readonly #progress: Progress;

  constructor(progress: Progress, options: ToolchainOptions) {
    this.#environment = options.environment ?? process.env;
    this.#sources = options.sources ?? sourcesFrom(this.#environment);
    this.#cache = cacheRoot(this.#environment);
    this.#progress = progress;
  }

  /** A tool's path, where it can be used at once. */
  async locate(name: ToolName): Promise<string | undefined> {
    return (await this.#onPath(name)) ?? (await this.#inCache(name));
  }

  /** The path of a tool after `provide`. */
  async provided(name: ToolName): Promise<string> {
    const file = await this.#inCache(name);
    if (file === undefined)
      throw new ToolchainError(
        `${name} is not among what was installed or built. Remove ${path.join(this.#cache, toolNamed(name).build)} and try again.`,
      );
    return file;
  }

  /** Installs or builds what the tools need. */
  async provide(names: readonly ToolName[]): Promise<void> {
    const wanted = [...new Set(names.map((name) => toolNamed(name).build))];
    if (wanted.length === 0) return;
    const reachable = this.#sources.includes("official") && (await isReachable());
    const fromSource = wanted.filter((name) => !(reachable && isOfficial(name)));
    const go = fromSource.length === 0 ? undefined : await this.#requireGo(fromSource, reachable);
    await Promise.all(
      wanted.map(async (name) => {
        if (reachable && isOfficial(name) && (await this.#install(name))) return;
        await this.#build(name, go ?? (await this.#requireGo([name], reachable)));
      }),
    );
  }

  async #onPath(name: ToolName): Promise<string | undefined> {
    if (!this.#sources.includes("path")) return undefined;
    const owner = ownerOf(name);
    const proof = toolNamed(owner).onPath;
    if (proof === undefined) return undefined;
    const file = await findOnPath(owner, this.#environment);
    if (file === undefined || !(await this.#isNewEnough(file, proof))) return undefined;
    const companion = path.join(path.dirname(file), name);
    return (await isExecutable(companion)) ? companion : undefined;
  }

  async #isNewEnough(file: string, proof: OnPath): Promise<boolean> {
    for (const companion of proof.companions ?? [])
      if (!(await isExecutable(path.join(path.dirname(file), companion)))) return false;
    try {
      const environment = { ...this.#environment, PULUMI_SKIP_UPDATE_CHECK: "true" };
      const report = await run(file, proof.arguments, { environment, timeoutMilliseconds: 10_000 });
      const version = proof.pattern.exec(report)?.[1];
      return version !== undefined && isAcceptable(version, proof.minimum, proof.sameMinor);
    } catch {
      return false; // Not what its name says.
    }
  }

  async #inCache(name: ToolName): Promise<string | undefined> {
    const { build } = toolNamed(name);
    const folders = [
      ...(this.#sources.includes("official") ? [officialFolder(build, this.#cache)] : []),
      ...(this.#sources.includes("build") ? [await this.#buildFolder(build)] : []),
    ];
    for (const folder of folders) {
      if (folder === undefined) continue;
      const file = path.join(folder, "bin", name);
      if (await isExecutable(file)) return file;
    }
    return undefined;
  }

  async #buildFolder(name: BuildName): Promise<string> {
    return path.join(this.#cache, name, await cacheKey(name));
  }

  /** The Go to build with, or the one error that says what to install. */
  async #requireGo(names: readonly BuildName[], reachable: boolean): Promise<Go> {
    const wanted = names.map((name) => `${buildNamed(name).title} ${buildNamed(name).version}`).join(", ");
    if (!this.#sources.includes("build"))
      throw new ToolchainError(
        `Not found: ${wanted}. PLATFORM_TOOL_SOURCES does not allow to build it from source.`,
      );
    const releases = await Promise.all(names.map((name) => requiredGo(path.join(sourceRoot, name))));
    const required = newestGo(releases);
    const go = await findGo(this.#environment);
    if (go !== undefined && canBuild(go, required)) return go;
    const found =
      go === undefined
        ? "Go is not on PATH"
        : `Go on PATH is ${go.version}, too old, and may not fetch a newer one (GOTOOLCHAIN)`;
    const download =
      names.some(isOfficial) && !reachable
        ? " Or connect to the internet: https://get.pulumi.com did not answer."
        : "";
    throw new ToolchainError(
      `Missing: ${wanted}. ${found}. Install Go ${required} or later (https://go.dev/doc/install) to build from source.${download}`,
    );
  }

  /** Whether the official release could be installed. */
  async #install(name: BuildName): Promise<boolean> {
    const folder = officialFolder(name, this.#cache);
    if (folder === undefined) return false;
    try {
      await this.#once(folder, name, async (task) => {
        if (name === "pulumi") return installEngine(this.#cache, task);
        const { pulumi } = await ensureTools(["pulumi"], this.#progress, {
          environment: this.#environment,
          sources: this.#sources,
        });
        return installPlugin(this.#cache, kubernetesPlugin, pulumi, task);
      });
      return true;
    } catch (error) {
      const reason = error instanceof Error ? error.message.split("\n")[0] : String(error);
      this.#progress.begin(`${buildNamed(name).title}: official release not installed (${reason})`).failed();
      return false;
    }
  }

  async #build(name: BuildName, go: Go): Promise<void> {
    const build = buildNamed(name);
    const folder = await this.#buildFolder(name);
    await this.#once(folder, name, (task) =>
      buildSlots.run(buildNames.indexOf(name), () =>
        publishFolder(folder, (temporary) =>
          goBuild(
            go,
            build,
            {
              source: path.join(sourceRoot, name),
              output: temporary,
              niceness: niceness[name] ?? otherNiceness,
              environment: this.#environment,
            },
            task,
          ),
        ),
      ),
    );
  }

  /** Runs the work for a folder unless it is done or being done, in this process or another. */
  async #once(folder: string, name: BuildName, work: (task: Task) => Promise<void>): Promise<void> {
    const existing = inProgress.get(folder);
    if (existing !== undefined) return existing;
    const { title, version } = buildNamed(name);
    const promise = (async (): Promise<void> => {
      if (await isFolder(folder)) return;
      const task = this.#progress.begin(`${title} ${version}`);
      try {
        await withLock(
          `${folder}.lock`,
          async () => {
            if (!(await isFolder(folder))) await work(task);
          },
          () => task.update("waiting for another process"),
        );
        task.done();
      } catch (error) {
        task.failed();
        throw error;
      }
    })();
    inProgress.set(folder, promise);
    try {
      await promise;
    } finally {
      inProgress.delete(folder);
    }
  }
}

const kubernetesPlugin = {
  name: "kubernetes",
  version: buildNamed("pulumi-resource-kubernetes").version,
} as const;

/** Builds that also exist as official releases. */
function isOfficial(name: BuildName): boolean {
  return officialFolder(name, "") !== undefined;
}

function officialFolder(name: BuildName, cache: string): string | undefined {
  if (name === "pulumi") return officialEngineFolder(cache);
  if (name === "pulumi-resource-kubernetes") return officialPluginFolder(cache, kubernetesPlugin);
  return undefined;
}

/** The tool whose copy on PATH a tool belongs to: itself, or the one that has it as its companion. */
function ownerOf(name: ToolName): ToolName {
  return toolNames.find((other) => toolNamed(other).onPath?.companions?.includes(name) ?? false) ?? name;
}
