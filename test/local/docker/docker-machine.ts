/** The docker plugin as a process, on a machine with the docker command of `./fixtures` or with none, for the tests of one file. */
import assert from "node:assert/strict";
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { PropertyMap, PropertyValue } from "../../../local/provider/values.ts";
import { listenAsEngine, type EngineListener } from "../provider/engine-listener.ts";
import { startPlugin, type PluginProcess } from "../provider/plugin-process.ts";
import { ProviderClient, urnOf } from "../provider/provider-client.ts";

const main = fileURLToPath(new URL("../../../local/docker/main.ts", import.meta.url));
const fakeDocker = fileURLToPath(new URL("./fixtures/docker", import.meta.url));

/** The image of the tests. */
export const urn = urnOf("docker:index/image:Image", "idea");

/** The text in a value that must be one. */
export function textOf(value: PropertyValue | undefined): string {
  assert.ok(typeof value === "string");
  return value;
}

/** A machine of its own for each test of the surrounding block: folder, build context, engine; and a registry for all of them. */
export class DockerMachine {
  /** Folder that is removed after the test. */
  root = "";
  /** A build context: a Dockerfile and `server.js`. */
  context = "";
  /** Host and port of a registry that answers. */
  registryHost = "";
  #engine: EngineListener | undefined;
  #plugin: PluginProcess | undefined;
  #client: ProviderClient | undefined;

  constructor() {
    let registry: Server | undefined;
    before(async () => {
      registry = createServer((request, response) => {
        response.statusCode = request.url === "/v2/" ? 401 : 404;
        response.end();
      });
      await new Promise<void>((resolve) => registry?.listen(0, "127.0.0.1", resolve));
      this.registryHost = `localhost:${(registry.address() as AddressInfo).port}`;
    });
    after(() => registry?.close());

    beforeEach(async () => {
      this.root = mkdtempSync(join(tmpdir(), "docker-plugin-"));
      this.context = join(this.root, "context");
      mkdirSync(this.context);
      writeFileSync(this.#logFile, "");
      writeFileSync(join(this.context, "Dockerfile"), "FROM scratch\n");
      writeFileSync(join(this.context, "server.js"), "listen();\n");
      this.#engine = await listenAsEngine();
    });
    afterEach(async () => {
      this.#client?.close();
      await this.#plugin?.stop();
      this.#engine?.close();
      this.#client = this.#plugin = this.#engine = undefined;
      rmSync(this.root, { recursive: true });
    });
  }

  /** Starts the plugin. */
  async start(docker: "docker" | "no docker", environment: NodeJS.ProcessEnv = {}): Promise<ProviderClient> {
    const bin = join(this.root, "bin");
    mkdirSync(bin);
    if (docker === "docker") {
      copyFileSync(fakeDocker, join(bin, "docker"));
      chmodSync(join(bin, "docker"), 0o755);
    }
    // Without docker the path is empty but for this folder: the machine that runs the tests may have one.
    const path = docker === "docker" ? `${bin}:${process.env["PATH"]}` : bin;
    this.#plugin = await startPlugin(main, {
      engineAddress: this.#engine?.address,
      environment: {
        PATH: path,
        FAKE_DOCKER_LOG: this.#logFile,
        DOCKER_CONFIG: join(this.root, "config"),
        ...environment,
      },
    });
    this.#client = new ProviderClient(this.#plugin.port);
    return this.#client;
  }

  /** Inputs of an image of the registry, with changes. */
  inputsOf(changes: PropertyMap = {}): PropertyMap {
    return {
      imageName: `${this.registryHost}/team/idea:1.2`,
      build: { context: this.context, platform: "linux/amd64" },
      buildOnPreview: false,
      skipPush: false,
      ...changes,
    };
  }

  /** The inputs after a check without failures. */
  async checked(inputs: PropertyMap): Promise<PropertyMap> {
    assert.ok(this.#client !== undefined, "the plugin does not run");
    const { inputs: result, failures } = await this.#client.check(urn, inputs);
    assert.deepEqual(failures, []);
    return result;
  }

  /** What the engine was told. */
  get messages(): EngineListener["messages"] {
    return this.#engine?.messages ?? [];
  }

  /** What the engine was told as a warning. */
  get warnings(): string[] {
    return this.messages.filter(({ severity }) => severity === "warning").map(({ message }) => message);
  }

  /** What the docker command saw: arguments and parts of the environment. */
  get dockerLog(): string {
    return readFileSync(this.#logFile, "utf8");
  }

  /** Command lines of the docker command, without its name. */
  get dockerCalls(): string[] {
    return this.dockerLog.split("\n").flatMap((line) => /^call: (.*)$/.exec(line)?.[1] ?? []);
  }

  get #logFile(): string {
    return join(this.root, "docker.log");
  }
}
