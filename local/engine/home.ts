import { chmod, mkdir, readdir, readFile, readlink, rename, rm, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { randomUUID } from "node:crypto";
import { isFolder, publishFolder } from "./publish.ts";

/** A provider plugin that is a program of ours, not a binary. */
export interface ProviderPlugin {
  /** Such as azure-native. */
  readonly name: string;
  /** The version it stands for, which must be that of the npm package: without a leading v. */
  readonly version: string;
  /** The program and its first arguments; the engine's own follow. */
  readonly command: readonly [program: string, ...args: string[]];
}

export interface PulumiHomeContent {
  readonly providers: readonly ProviderPlugin[];
  /** The Kubernetes provider: a binary, linked. */
  readonly kubernetes: { readonly version: string; readonly binary: string };
}

/**
 * Writes a PULUMI_HOME in which the engine finds the providers as ordinary installed plugins. May be called before every run, also by
 * several processes at once: what is right already is left alone, everything else is replaced in one step. Other versions of the
 * same providers are removed, because the engine would choose the newest.
 *
 * @param home absolute path; made when missing.
 */
export async function preparePulumiHome(home: string, content: PulumiHomeContent): Promise<void> {
  const plugins = path.join(home, "plugins");
  await mkdir(plugins, { recursive: true });
  const { kubernetes } = content;
  const wanted = [
    ...content.providers.map((provider) => ({
      name: provider.name,
      version: provider.version,
      put: (file: string) => putScript(file, provider.command),
    })),
    {
      name: "kubernetes",
      version: kubernetes.version,
      put: (file: string) => putLink(file, kubernetes.binary),
    },
  ];
  for (const { name, version, put } of wanted) {
    const folder = `resource-${name}-v${version}`;
    await removeOtherVersions(plugins, name, folder);
    const executable = `pulumi-resource-${name}`;
    const location = path.join(plugins, folder);
    if (await isFolder(location)) await put(path.join(location, executable));
    else await publishFolder(location, (temporary) => put(path.join(temporary, executable)));
  }
}

async function removeOtherVersions(plugins: string, name: string, keep: string): Promise<void> {
  const prefix = `resource-${name}-v`;
  for (const entry of await readdir(plugins))
    if (entry.startsWith(prefix) && entry !== keep && /^\d+\.\d+\.\d+/.test(entry.slice(prefix.length)))
      await rm(path.join(plugins, entry), { recursive: true, force: true });
}

/** A script that runs the command in its own place. */
async function putScript(file: string, command: readonly string[]): Promise<void> {
  const script = `#!/bin/sh\nexec ${command.map(quoteForShell).join(" ")} "$@"\n`;
  if ((await readFile(file, "utf8").catch(() => undefined)) === script) return;
  await replace(file, async (temporary) => {
    await writeFile(temporary, script);
    await chmod(temporary, 0o755);
  });
}

async function putLink(file: string, target: string): Promise<void> {
  if ((await readlink(file).catch(() => undefined)) === target) return;
  await replace(file, (temporary) => symlink(target, temporary));
}

async function replace(file: string, put: (temporary: string) => Promise<void>): Promise<void> {
  const temporary = `${file}.${randomUUID()}`;
  try {
    await put(temporary);
    await rename(temporary, file);
  } finally {
    await rm(temporary, { force: true });
  }
}

function quoteForShell(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}

export interface EngineEnvironmentOptions {
  /** The engine's executable, as `ensureTools` gives it. */
  readonly pulumi: string;
  /** The language host's, beside it. */
  readonly languageHost: string;
  readonly pulumiHome: string;
  /** Folder of the file backend; it must exist. */
  readonly backend: string;
  /** File with the passphrase that protects the state's secrets. */
  readonly passphraseFile: string;
  /** Folder of the policy pack that every operation must pass. Default: none, and none from the caller's environment. */
  readonly policyPack?: string;
  /** What to start from. Default: the process's environment. */
  readonly environment?: NodeJS.ProcessEnv;
}

/** Variables that would lead the engine to another state, secrets provider or policy pack than the options say. */
const overruled = [
  "PULUMI_ACCESS_TOKEN",
  "PULUMI_CONFIG_PASSPHRASE",
  "PULUMI_CLOUD_URL",
  "PULUMI_OPTION_POLICY_PACK",
  "PULUMI_OPTION_POLICY_PACK_CONFIG",
];

/**
 * The environment in which the engine finds the local plugins, keeps its state in the file backend, and asks the network for nothing.
 * The stack's configuration is left to the program to validate, which reports all mistakes at once; the engine would stop at the
 * first.
 */
export function engineEnvironment(options: EngineEnvironmentOptions): Record<string, string | undefined> {
  const inherited = { ...(options.environment ?? process.env) };
  for (const name of overruled) delete inherited[name];
  const first = new Set([path.dirname(process.execPath), path.dirname(options.pulumi)]);
  return {
    ...inherited,
    PATH: [...first, inherited["PATH"] ?? ""].filter((folder) => folder !== "").join(path.delimiter),
    PULUMI_HOME: options.pulumiHome,
    PULUMI_BACKEND_URL: pathToFileURL(options.backend).href,
    PULUMI_CONFIG_PASSPHRASE_FILE: options.passphraseFile,
    ...(options.policyPack === undefined ? {} : { PULUMI_OPTION_POLICY_PACK: options.policyPack }),
    PULUMI_OPTION_SKIP_CONFIG_VALIDATION: "true",
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    // The engine takes its own language host and the plugins of PULUMI_HOME, not what else PATH may offer.
    PULUMI_IGNORE_AMBIENT_PLUGINS: "true",
    // Node.js keeps what it compiles of the SDKs: they load in two thirds of the time from the second run on.
    NODE_COMPILE_CACHE:
      inherited["NODE_COMPILE_CACHE"] ?? path.join(options.pulumiHome, "node-compile-cache"),
    DO_NOT_TRACK: "1",
  };
}
