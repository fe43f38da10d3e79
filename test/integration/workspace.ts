import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { isMap, parseDocument } from "yaml";

const checkout = path.resolve(import.meta.dirname, "../..");

/** What a command of the workspace printed, and how it ended. */
export interface Ended {
  readonly code: number;
  /** Standard output and error, as a person would see them. */
  readonly output: string;
  readonly stdout: string;
}

/**
 * A copy of this checkout with a local Azure of its own, so that tests can edit stack files and components, and whoever
 * works in the checkout keeps a running platform.
 */
export class Workspace {
  readonly folder: string;

  constructor() {
    this.folder = realpathSync(mkdtempSync(path.join(tmpdir(), "platform-test-")));
    const files = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
      cwd: checkout,
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
    });
    for (const file of files.split("\0").filter((name) => name !== "")) {
      const target = path.join(this.folder, file);
      mkdirSync(path.dirname(target), { recursive: true });
      cpSync(path.join(checkout, file), target, { force: true });
    }
    symlinkSync(path.join(checkout, "node_modules"), path.join(this.folder, "node_modules"));
  }

  /** Starts `npm run local -- <args>` without npm's own start-up. */
  start(args: readonly string[], environment: Readonly<Record<string, string>> = {}): ChildProcess {
    return spawn(process.execPath, ["local/bootstrap.mjs", "local/cli/main.ts", ...args], {
      cwd: this.folder,
      // CI: no spinners, so that the output is lines.
      env: { ...process.env, CI: "true", ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
  }

  /** Runs `npm run local -- <args>` to its end. */
  local(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Ended> {
    return ended(this.start(args, environment));
  }

  /** Runs the engine as a person would who knows nothing of the command line: with the local plugins, without the policy pack. */
  bareEngine(args: readonly string[], stack = "dev"): Promise<Ended> {
    const tools: unknown = JSON.parse(this.read(".local/toolchain.json"));
    const engine = toolPath(tools, "pulumi");
    const folders = [engine, toolPath(tools, "pulumi-language-nodejs"), process.execPath].map((file) =>
      path.dirname(file),
    );
    const child = spawn(engine, args, {
      cwd: this.folder,
      env: {
        ...process.env,
        PATH: [...folders, process.env.PATH].join(path.delimiter),
        PULUMI_HOME: this.path(".local/pulumi-home"),
        PULUMI_BACKEND_URL: `file://${this.path(".local/backend")}`,
        PULUMI_CONFIG_PASSPHRASE_FILE: this.path(".local/passphrase"),
        PULUMI_OPTION_CONFIG_FILE: this.path(`.local/stacks/Pulumi.${stack}.yaml`),
        PULUMI_STACK: stack,
        PULUMI_SKIP_UPDATE_CHECK: "true",
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    return ended(child);
  }

  path(...parts: readonly string[]): string {
    return path.join(this.folder, ...parts);
  }

  read(file: string): string {
    return readFileSync(this.path(file), "utf8");
  }

  write(file: string, text: string): void {
    writeFileSync(this.path(file), text);
  }

  /** Sets one key of a stack file, such as `["microservices-platform:sql", "publicNetworkAccess"]`; undefined removes it. */
  configure(stack: string, key: readonly string[], value: unknown): void {
    const file = `Pulumi.${stack}.yaml`;
    const document = parseDocument(this.read(file));
    const parent = document.getIn(["config", ...key.slice(0, -1)]);
    if (key.length > 1 && !isMap(parent))
      document.setIn(["config", ...key.slice(0, -1)], document.createNode({}));
    if (value === undefined) document.deleteIn(["config", ...key]);
    else document.setIn(["config", ...key], document.createNode(value));
    this.write(file, document.toString());
  }

  /** Stops everything this workspace started and removes it. */
  async dispose(): Promise<void> {
    const reset = await this.local(["reset"]);
    rmSync(this.folder, { recursive: true, force: true });
    if (reset.code !== 0) throw new Error(`reset failed:\n${reset.output}`);
  }
}

/** Collects what a process prints until it ends. */
export async function ended(child: ChildProcess): Promise<Ended> {
  let output = "";
  let stdout = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    output += text;
    stdout += text;
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  const code = await new Promise<number>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (exit) => resolve(exit ?? 128));
  });
  return { code, output, stdout };
}

function toolPath(tools: unknown, name: string): string {
  const found: unknown = typeof tools === "object" && tools !== null ? Reflect.get(tools, name) : undefined;
  if (typeof found !== "string") throw new Error(`.local/toolchain.json has no ${name}`);
  return found;
}
