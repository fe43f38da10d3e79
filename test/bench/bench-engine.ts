import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { promisify } from "node:util";
import * as z from "zod";
import { engineEnvironment } from "../../local/engine/home.ts";
import type { Workspace } from "../integration/workspace.ts";

const execute = promisify(execFile);
const toolchain = z.object({ pulumi: z.string(), "pulumi-language-nodejs": z.string() });

/** How the policies are kept in a measured run. */
export const policyModes = {
  /** Neither by the engine nor by the program: what the resources alone cost. */
  none: "without the policies",
  /** By the engine, which loads the pack. */
  pack: "with the policy pack",
  /** By the program's own guard, because the engine was not told of the pack. */
  guard: "with the program's guard",
} as const;
export type PolicyMode = keyof typeof policyModes;

/** The workspace's engine, run directly: what `npm run local` does before and after is not measured. */
export class BenchEngine {
  readonly #workspace: Workspace;
  readonly #tools: z.infer<typeof toolchain>;

  /** Takes a workspace that was brought up, whose binaries are therefore there. */
  constructor(workspace: Workspace) {
    this.#workspace = workspace;
    this.#tools = toolchain.parse(JSON.parse(readFileSync(workspace.path(".local/toolchain.json"), "utf8")));
  }

  /** Runs an engine command on one of the platform's stacks and returns its standard output; a failure is an error. */
  onStack(stack: string, mode: PolicyMode, args: readonly string[]): Promise<string> {
    const policies = this.#workspace.path("policies");
    return this.#run(this.#workspace.folder, args, {
      ...this.#environment(mode === "pack" ? policies : undefined),
      ...(mode === "none" ? this.#guardTold(policies) : {}),
      PULUMI_OPTION_CONFIG_FILE: this.#workspace.path(`.local/stacks/Pulumi.${stack}.yaml`),
      PULUMI_STACK: stack,
    });
  }

  /** Runs an engine command on a project of its own, in the same backend and with the same plugins. */
  onProject(folder: string, stack: string, args: readonly string[]): Promise<string> {
    return this.#run(folder, args, { ...this.#environment(), PULUMI_STACK: stack });
  }

  /** Tells the program that the pack is there, and not the engine: so that neither judges anything. */
  #guardTold(policies: string): NodeJS.ProcessEnv {
    const preload = this.#workspace.path(".local/bench-preload.cjs");
    const attendance = this.#workspace.path("policies/guard/attendance.ts");
    writeFileSync(
      preload,
      `if (process.argv.includes("--engine")) {
        const { attend } = require(${JSON.stringify(attendance)});
        attend({ engine: process.argv[process.argv.indexOf("--engine") + 1], folder: ${JSON.stringify(policies)} });
      }
`,
    );
    return { NODE_OPTIONS: `--require ${JSON.stringify(preload)}` };
  }

  #environment(policyPack?: string): NodeJS.ProcessEnv {
    return engineEnvironment({
      pulumi: this.#tools.pulumi,
      languageHost: this.#tools["pulumi-language-nodejs"],
      pulumiHome: this.#workspace.path(".local/pulumi-home"),
      backend: this.#workspace.path(".local/backend"),
      passphraseFile: this.#workspace.path(".local/passphrase"),
      policyPack,
    });
  }

  async #run(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
    mkdirSync(cwd, { recursive: true });
    const { stdout } = await execute(this.#tools.pulumi, args, { cwd, env, maxBuffer: 256 * 1024 * 1024 });
    return stdout;
  }
}
