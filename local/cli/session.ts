import { copyFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { ensureClusters } from "../azure/clusters.ts";
import { engineEnvironment, preparePulumiHome } from "../engine/home.ts";
import { terminalProgress } from "../engine/progress.ts";
import { ensureTools } from "../engine/toolchain.ts";
import { toolNames } from "../engine/tools.ts";
import { layout, root } from "./layout.ts";
import { endOrphanedPlugins } from "./orphans.ts";
import { ensurePassphrase } from "./passphrase.ts";
import { kubernetesVersion, ownPlugins } from "./plugins.ts";
import { ask, type Pulumi } from "./pulumi.ts";
import { removeStaleLocks } from "./stale-locks.ts";
import { type EngineStackFile, openStackFile, requireStack } from "./stack-files.ts";
import { writeToolchainFile } from "./toolchain-file.ts";

/** One stack, ready for the engine. */
export interface Session {
  readonly stack: string;
  readonly pulumi: Pulumi;
  readonly stackFile: EngineStackFile;
}

/** Name of the project, as Pulumi.yaml gives it. */
export function projectName(): string {
  const project: unknown = parse(readFileSync(path.join(root, "Pulumi.yaml"), "utf8"));
  if (
    typeof project === "object" &&
    project !== null &&
    "name" in project &&
    typeof project.name === "string"
  ) {
    return project.name;
  }
  throw new Error("Pulumi.yaml has no name");
}

/** The state file of a stack in the local backend. */
export function stateFile(stack: string): string {
  return path.join(layout.backend, ".pulumi", "stacks", projectName(), `${stack}.json`);
}

/**
 * Prepares everything that an engine run on a stack needs: binaries, plugins, passphrase, the stack itself, and the
 * control planes that the stack's Kubernetes resources live in.
 */
export async function openSession(stack: string): Promise<Session> {
  requireStack(root, stack);
  const tools = await ensureTools(toolNames, terminalProgress(process.stderr));
  writeToolchainFile(layout.toolchain, tools);
  ensurePassphrase(layout.passphrase);
  await preparePulumiHome(layout.pulumiHome, {
    providers: ownPlugins.map(({ name, version, script, args }) => ({
      name,
      version,
      command: [process.execPath, "--disable-warning=ExperimentalWarning", script, ...args],
    })),
    kubernetes: { version: kubernetesVersion, binary: tools["pulumi-resource-kubernetes"] },
  });
  mkdirSync(layout.backend, { recursive: true });
  const stackFile = openStackFile(root, layout.stackFiles, stack);
  const pulumi: Pulumi = {
    binary: tools.pulumi,
    environment: {
      ...engineEnvironment({
        pulumi: tools.pulumi,
        languageHost: tools["pulumi-language-nodejs"],
        pulumiHome: layout.pulumiHome,
        backend: layout.backend,
        passphraseFile: layout.passphrase,
        policyPack: layout.policies,
      }),
      // The engine reads every flag from the environment too; so `exec` needs none of ours either.
      PULUMI_OPTION_CONFIG_FILE: stackFile.path,
      PULUMI_STACK: stack,
    },
  };
  endOrphanedPlugins(layout.pulumiHome);
  for (const pid of removeStaleLocks(layout.backend, projectName(), stack)) {
    console.error(
      `The engine of an earlier run (process ${pid}) was killed: removed its lock on stack ${stack}.`,
    );
  }
  if (!existsSync(stateFile(stack))) await initializeStack(pulumi, stack);
  await ensureClusters(layout.azure);
  return { stack, pulumi, stackFile };
}

/** Makes the stack; beside the engine's copy of the stack file, because this is where the engine writes its salt. */
async function initializeStack(pulumi: Pulumi, stack: string): Promise<void> {
  copyFileSync(path.join(root, "Pulumi.yaml"), path.join(layout.stackFiles, "Pulumi.yaml"));
  await ask(pulumi, ["--cwd", layout.stackFiles, "stack", "init", stack, "--no-select"]);
}
