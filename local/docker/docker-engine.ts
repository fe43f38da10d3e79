/** The Docker engine, through the `docker` command. */
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { ImageBuild } from "./image-inputs.ts";
import { redacted } from "./redaction.ts";

/** How long the engine may take to say that it is there, in milliseconds. */
const ANSWER_TIME = 2000;
/** How many lines of a failed command are shown. */
const LINES_SHOWN = 20;

/** How a command is run. */
export interface CommandOptions {
  readonly environment?: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  /** Texts that must not be seen in what the command prints. */
  readonly secrets?: Iterable<string>;
  /** Gets every line the command prints, without secrets. */
  readonly onLine?: (line: string) => void;
}

/** A `docker` command that failed; the message ends with its last lines. */
export class DockerCommandError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "DockerCommandError";
  }
}

/** One Docker engine. */
export class DockerEngine {
  readonly #host: string | undefined;

  /** @param host - address of the engine, such as `tcp://127.0.0.1:2375`. Default: the one of the user's Docker configuration. */
  constructor(host?: string) {
    this.#host = host;
  }

  /** Why the engine cannot be used; `undefined` when it can. */
  async unavailable(signal: AbortSignal): Promise<string | undefined> {
    try {
      const version = await this.#run(["info", "--format", "{{.ServerVersion}}"], {
        signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_TIME)]),
      });
      return version.trim() === "" ? "no Docker engine answers" : undefined;
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof Error && "code" in error && error.code === "ENOENT") {
        return "there is no docker command on this machine";
      }
      return "no Docker engine answers";
    }
  }

  /** Builds and tags an image. */
  async build(build: ImageBuild, options: CommandOptions): Promise<void> {
    await this.#run(
      [
        "build",
        `--tag=${build.imageName}`,
        `--file=${build.dockerfile}`,
        ...optional("platform", build.platform),
        ...optional("target", build.target),
        ...optional("network", build.network),
        ...build.addHosts.map((host) => `--add-host=${host}`),
        ...build.cacheFrom.map((image) => `--cache-from=${image}`),
        ...Object.entries(build.args).map(([name, value]) =>
          // Without a value the command takes it from its environment: command lines can be read by everyone on the machine.
          build.secretArgs.has(name) ? `--build-arg=${name}` : `--build-arg=${name}=${value}`,
        ),
        "--",
        build.context,
      ],
      {
        ...options,
        environment: {
          ...options.environment,
          ...Object.fromEntries(Object.entries(build.args).filter(([name]) => build.secretArgs.has(name))),
          DOCKER_BUILDKIT: build.buildKit ? "1" : "0",
          BUILDKIT_PROGRESS: "plain",
        },
      },
    );
  }

  /** Pushes an image to the registry of its name. */
  async push(imageName: string, options: CommandOptions): Promise<void> {
    await this.#run(["push", "--", imageName], options);
  }

  /** Id of a local image: `sha256:<hex>`. */
  async imageId(imageName: string, options: CommandOptions): Promise<string> {
    return (await this.#run(["image", "inspect", "--format", "{{.Id}}", imageName], options)).trim();
  }

  /** Reference by digest under which the registry has the image: `<repository>@sha256:<hex>`. */
  async repoDigest(imageName: string, repository: string, options: CommandOptions): Promise<string> {
    const printed = await this.#run(
      ["image", "inspect", "--format", "{{range .RepoDigests}}{{println .}}{{end}}", imageName],
      options,
    );
    const digest = printed.split("\n").find((line) => line.startsWith(`${repository}@`));
    if (digest === undefined) {
      throw new DockerCommandError(
        `The Docker engine has no digest of ${imageName} from the registry after its push.`,
      );
    }
    return digest.trim();
  }

  /** Runs a command and returns what it prints to standard output. */
  async #run(args: readonly string[], options: CommandOptions): Promise<string> {
    const host = this.#host === undefined ? [] : ["--host", this.#host];
    const secrets = [...(options.secrets ?? [])];
    const child = spawn("docker", [...host, ...args], {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...options.environment },
      signal: options.signal,
    });
    let output = "";
    const lastLines: string[] = [];
    const onLine = (line: string): void => {
      const shown = redacted(line, secrets);
      lastLines.push(shown);
      lastLines.splice(0, Math.max(0, lastLines.length - LINES_SHOWN));
      options.onLine?.(shown);
    };
    createInterface({ input: child.stderr }).on("line", onLine);
    createInterface({ input: child.stdout }).on("line", (line) => {
      output += `${line}\n`;
      onLine(line);
    });
    const code = await new Promise<number | string>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", (status, signal) => resolve(status ?? signal ?? "unknown"));
    });
    if (code !== 0) {
      throw new DockerCommandError(
        `"docker ${args[0] ?? ""}" failed (${code}):\n${lastLines.map((line) => `  ${line}`).join("\n")}`,
      );
    }
    return output;
  }
}

function optional(name: string, value: string | undefined): string[] {
  return value === undefined || value === "" ? [] : [`--${name}=${value}`];
}
