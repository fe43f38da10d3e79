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
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { status, type ServiceError } from "@grpc/grpc-js";
import { Secret, Unknown, type PropertyMap, type PropertyValue } from "../../../local/provider/values.ts";
import { listenAsEngine, type EngineListener } from "../provider/engine-listener.ts";
import { startPlugin, type PluginProcess } from "../provider/plugin-process.ts";
import { ProviderClient, urnOf } from "../provider/provider-client.ts";

const main = fileURLToPath(new URL("../../../local/docker/main.ts", import.meta.url));
const fakeDocker = fileURLToPath(new URL("./fixtures/docker", import.meta.url));
const urn = urnOf("docker:index/image:Image", "idea");

/** A port on which nothing listens. */
const closedPort = 1;
const pushedDigest = `sha256:${"2".repeat(64)}`;
const localId = `sha256:${"1".repeat(64)}`;

function textOf(value: PropertyValue | undefined): string {
  assert.ok(typeof value === "string");
  return value;
}

describe("the docker plugin", function () {
  this.timeout(20_000);
  let root: string;
  let context: string;
  let log: string;
  let engine: EngineListener;
  let registry: Server;
  let registryHost: string;
  let plugin: PluginProcess | undefined;
  let client: ProviderClient;

  before(async () => {
    registry = createServer((request, response) => {
      response.statusCode = request.url === "/v2/" ? 401 : 404;
      response.end();
    });
    await new Promise<void>((resolve) => registry.listen(0, "127.0.0.1", resolve));
    registryHost = `localhost:${(registry.address() as AddressInfo).port}`;
  });
  after(() => registry.close());

  beforeEach(async () => {
    root = mkdtempSync(join(tmpdir(), "docker-plugin-"));
    context = join(root, "context");
    log = join(root, "docker.log");
    mkdirSync(context);
    writeFileSync(log, "");
    writeFileSync(join(context, "Dockerfile"), "FROM scratch\n");
    writeFileSync(join(context, "server.js"), "listen();\n");
    engine = await listenAsEngine();
  });

  afterEach(async () => {
    client.close();
    await plugin?.stop();
    plugin = undefined;
    engine.close();
    rmSync(root, { recursive: true });
  });

  /** Starts the plugin on a machine with the docker command, or without one. */
  async function start(docker: "docker" | "no docker", environment: NodeJS.ProcessEnv = {}): Promise<void> {
    const bin = join(root, "bin");
    mkdirSync(bin);
    if (docker === "docker") {
      copyFileSync(fakeDocker, join(bin, "docker"));
      chmodSync(join(bin, "docker"), 0o755);
    }
    // Without docker the path is empty but for this folder: the machine that runs the tests may have one.
    const path = docker === "docker" ? `${bin}:${process.env["PATH"]}` : bin;
    plugin = await startPlugin(main, {
      engineAddress: engine.address,
      environment: { PATH: path, FAKE_DOCKER_LOG: log, DOCKER_CONFIG: join(root, "config"), ...environment },
    });
    client = new ProviderClient(plugin.port);
  }

  const inputsOf = (changes: PropertyMap = {}): PropertyMap => ({
    imageName: `${registryHost}/team/idea:1.2`,
    build: { context, platform: "linux/amd64" },
    buildOnPreview: false,
    skipPush: false,
    ...changes,
  });

  async function checked(inputs: PropertyMap): Promise<PropertyMap> {
    const { inputs: result, failures } = await client.check(urn, inputs);
    assert.deepEqual(failures, []);
    return result;
  }

  const calls = () =>
    readFileSync(log, "utf8")
      .split("\n")
      .flatMap((line) => /^call: (.*)$/.exec(line)?.[1] ?? []);
  const warnings = () =>
    engine.messages.filter(({ severity }) => severity === "warning").map(({ message }) => message);

  it("has the version of the installed SDK, and refuses what it does not have by name", async () => {
    await start("no docker");
    const { version } = createRequire(import.meta.url)("@pulumi/docker/package.json") as { version: string };
    assert.equal(await client.version(), version);
    const container = urnOf("docker:index/container:Container");
    await assert.rejects(
      () => client.check(container, {}),
      (error: ServiceError) =>
        error.code === status.UNIMPLEMENTED && error.details.includes("docker:index/container:Container"),
    );
    await assert.rejects(
      () => client.invoke("docker:index/getNetwork:getNetwork"),
      (error: ServiceError) =>
        error.code === status.UNIMPLEMENTED && error.details.includes("docker:index/getNetwork:getNetwork"),
    );
    assert.ok(
      "docker:index/image:Image" in (JSON.parse(await client.schema()) as { resources: object }).resources,
    );
  });

  describe("without an engine", () => {
    it("says in one line that the image was not built, and gives it the digest of its content", async () => {
      await start("no docker");
      const inputs = await checked(inputsOf());
      const { id, outputs } = await client.create(urn, inputs);
      assert.equal(id, `${registryHost}/team/idea:1.2`);
      assert.match(
        textOf(outputs["repoDigest"]),
        new RegExp(`^${registryHost}/team/idea@sha256:[0-9a-f]{64}$`),
      );
      assert.deepEqual(
        { ...outputs, repoDigest: "" },
        {
          imageName: id,
          baseImageName: id,
          context,
          dockerfile: "Dockerfile",
          platform: "linux/amd64",
          registryServer: registryHost,
          repoDigest: "",
        },
      );
      assert.deepEqual(warnings(), [
        `${id} was not built: there is no docker command on this machine. Its digest is the one of its build context.`,
      ]);
      assert.equal(engine.messages.find(({ severity }) => severity === "warning")?.urn, urn);
    });

    for (const [state, answer] of [
      ["does not run", "down"],
      ["does not answer within 2 seconds", "hang"],
    ] as const) {
      it(`does the same when the engine ${state}`, async () => {
        await start("docker", { FAKE_DOCKER_INFO: answer });
        await client.create(urn, await checked(inputsOf()));
        assert.match(warnings().join(), /was not built: no Docker engine answers/);
        assert.deepEqual(calls(), ["info --format {{.ServerVersion}}"]);
      });
    }

    it("does the same when the registry does not answer", async () => {
      await start("docker");
      const inputs = await checked(inputsOf({ imageName: `localhost:${closedPort}/idea:1` }));
      await client.create(urn, inputs);
      assert.match(warnings().join(), /was not built: the registry localhost:1 does not answer/);
      assert.deepEqual(calls(), ["info --format {{.ServerVersion}}"]);
    });

    it("makes another digest of another content, build argument, target or platform", async () => {
      await start("no docker");
      const digests = new Set<string>();
      const add = async (build: PropertyMap) => {
        const { outputs } = await client.create(
          urn,
          await checked(inputsOf({ build: { context, platform: "linux/amd64", ...build } })),
        );
        digests.add(textOf(outputs["repoDigest"]));
      };
      await add({});
      await add({});
      assert.equal(digests.size, 1);
      await add({ args: { A: "1" } });
      await add({ args: { A: "2" } });
      await add({ target: "test" });
      await add({ platform: "linux/arm64" });
      writeFileSync(join(context, "server.js"), "listen(2);\n");
      await add({});
      assert.equal(digests.size, 6);
    });

    it("does not let a secret build argument be guessed from the digest", async () => {
      await start("no docker");
      const digest = async (token: string) => {
        const build = { context, platform: "linux/amd64", args: { TOKEN: new Secret(token) } };
        return (await client.create(urn, await checked(inputsOf({ build })))).outputs["repoDigest"];
      };
      assert.equal(await digest("1234"), await digest("5678"));
    });
  });

  describe("with an engine and a registry", () => {
    it("builds and pushes, and takes the registry's digest", async () => {
      await start("docker");
      const build = {
        context,
        platform: "linux/arm64",
        target: "run",
        args: { EMPTY: "", VERSION: "1.2" },
        cacheFrom: { images: [`${registryHost}/team/idea:cache`] },
        addHosts: ["db:10.0.0.1"],
        network: "host",
      };
      const { outputs } = await client.create(urn, await checked(inputsOf({ build })));
      const name = `${registryHost}/team/idea:1.2`;
      assert.equal(outputs["repoDigest"], `${registryHost}/team/idea@${pushedDigest}`);
      assert.deepEqual(calls(), [
        "info --format {{.ServerVersion}}",
        `build --tag=${name} --file=${join(context, "Dockerfile")} --platform=linux/arm64 --target=run --network=host ` +
          `--add-host=db:10.0.0.1 --cache-from=${registryHost}/team/idea:cache ` +
          `--build-arg=EMPTY= --build-arg=VERSION=1.2 -- ${context}`,
        `push -- ${name}`,
        `image inspect --format {{range .RepoDigests}}{{println .}}{{end}} ${name}`,
      ]);
      assert.match(readFileSync(log, "utf8"), /^buildkit: 1$/m);
      assert.deepEqual(warnings(), []);
      assert.ok(
        engine.messages.some(
          ({ message, ephemeral }) => ephemeral && message.includes("load build definition"),
        ),
      );
    });

    it("only builds when the image is to stay, without asking the registry", async () => {
      await start("docker");
      const inputs = await checked(
        inputsOf({
          imageName: "idea",
          skipPush: true,
          build: { context, platform: "linux/amd64", builderVersion: "BuilderV1" },
        }),
      );
      const { outputs } = await client.create(urn, inputs);
      assert.equal(outputs["repoDigest"], localId);
      assert.deepEqual(
        calls().map((call) => call.split(" ")[0]),
        ["info", "build", "image"],
      );
      assert.match(readFileSync(log, "utf8"), /^buildkit: 0$/m);
    });

    it("fails with the last lines of the command, without secrets in them", async () => {
      await start("docker", { FAKE_DOCKER_FAIL: "build" });
      const build = { context, platform: "linux/amd64", args: { TOKEN: new Secret("s3cret") } };
      await assert.rejects(
        async () => client.create(urn, await checked(inputsOf({ build }))),
        (error: ServiceError) => {
          assert.match(
            error.details,
            /"docker build" failed \(7\):\n {2}step 3 used \[secret\]\n {2}the build went wrong/,
          );
          return true;
        },
      );
    });

    it("keeps secrets out of command lines, messages, outputs and the user's Docker configuration", async () => {
      await start("docker");
      const inputs = await checked(
        inputsOf({
          registry: { server: registryHost, username: "me", password: new Secret("passw0rd") },
          build: { context, platform: "linux/amd64", args: { TOKEN: new Secret("s3cret") } },
        }),
      );
      assert.deepEqual((inputs["registry"] as PropertyMap)["password"], new Secret("passw0rd"));
      const { outputs } = await client.create(urn, inputs);
      const auth = Buffer.from("me:passw0rd").toString("base64");
      for (const secret of ["passw0rd", "s3cret", auth]) {
        assert.ok(!calls().join("\n").includes(secret));
        assert.ok(!JSON.stringify([outputs, engine.messages]).includes(secret));
      }
      const logged = readFileSync(log, "utf8");
      assert.ok(logged.includes("TOKEN is in the environment"));
      assert.ok(logged.includes(`"${registryHost}":{"auth":"${auth}"}`));
      assert.throws(() => readFileSync(join(root, "config", "config.json")));
    });

    it("warns when half of the credentials is missing", async () => {
      await start("docker");
      await client.create(urn, await checked(inputsOf({ registry: { username: "me" } })));
      assert.match(warnings().join(), /registry\.password is not set/);
    });
  });

  describe("a preview", () => {
    it("knows everything but the digest, and builds nothing", async () => {
      await start("docker");
      const { id, outputs } = await client.create(urn, await checked(inputsOf()), { preview: true });
      assert.equal(id, "");
      assert.equal(outputs["imageName"], `${registryHost}/team/idea:1.2`);
      assert.deepEqual(outputs["repoDigest"], new Unknown());
      assert.deepEqual(calls(), []);
    });

    it("builds without a push when it is asked to", async () => {
      await start("docker");
      await client.create(urn, await checked(inputsOf({ buildOnPreview: true })), { preview: true });
      assert.deepEqual(
        calls().map((call) => call.split(" ")[0]),
        ["info", "build", "image"],
      );
    });

    it("manages with what is not known yet", async () => {
      await start("docker");
      const unknownName = await checked(inputsOf({ imageName: new Unknown() }));
      const { outputs } = await client.create(urn, unknownName, { preview: true });
      assert.deepEqual(outputs["imageName"], new Unknown());
      assert.deepEqual(outputs["registryServer"], new Unknown());
      const builds: PropertyValue[] = [
        new Unknown("object"),
        { context: new Unknown() },
        { context, dockerfile: new Unknown() },
      ];
      for (const build of builds) {
        await client.create(urn, await checked(inputsOf({ build })), { preview: true });
      }
    });
  });

  describe("a later update", () => {
    it("happens when the context, an option or the registry changes, and is no replacement", async () => {
      await start("no docker");
      const before = await checked(
        inputsOf({ registry: { server: registryHost, username: "me", password: new Secret("1") } }),
      );
      const { id, outputs } = await client.create(urn, before);
      const diff = async (inputs: PropertyMap) =>
        client.diff(urn, id, before, outputs, await checked(inputs));
      const same = { registry: { server: registryHost, username: "me", password: new Secret("1") } };

      assert.equal((await diff(inputsOf(same))).changes, false);
      const renewed = { registry: { server: registryHost, username: "you", password: new Secret("2") } };
      assert.equal((await diff(inputsOf(renewed))).changes, false);
      assert.deepEqual((await diff(inputsOf())).detailed, { registry: "DELETE" });
      const renamed = await diff(inputsOf({ ...same, imageName: `${registryHost}/team/idea:1.3` }));
      assert.deepEqual(renamed.detailed, { imageName: "UPDATE" });
      assert.deepEqual(renamed.replaces, []);

      writeFileSync(join(context, "server.js"), "listen(2);\n");
      const changed = await diff(inputsOf(same));
      assert.deepEqual(changed.detailed, { "build.contextDigest": "UPDATE" });
      const after = await checked(inputsOf(same));
      const preview = await client.update(urn, id, before, outputs, after, { preview: true });
      assert.deepEqual(preview["repoDigest"], new Unknown());
      const updated = await client.update(urn, id, before, outputs, after);
      assert.notEqual(updated["repoDigest"], outputs["repoDigest"]);
      assert.equal((await client.diff(urn, id, after, updated, after)).changes, false);
    });

    it("finds the image as it was, and leaves it where it is when it is deleted", async () => {
      await start("docker");
      const inputs = await checked(inputsOf());
      const { id, outputs } = await client.create(urn, inputs);
      const before = calls().length;
      assert.deepEqual(await client.read(urn, id, outputs, inputs), { id, outputs, inputs });
      await client.delete(urn, id, outputs, inputs);
      assert.equal(calls().length, before);
      await assert.rejects(
        () => client.read(urn, id),
        (error: ServiceError) => error.code === status.UNIMPLEMENTED,
      );
    });
  });

  describe("the check", () => {
    it("names the property that is wrong", async () => {
      await start("no docker");
      const failures = async (changes: PropertyMap) =>
        (await client.check(urn, inputsOf(changes))).failures.map(({ property }) => property);
      assert.deepEqual(await failures({ imageName: null }), ["imageName"]);
      assert.deepEqual(await failures({ imageName: "team/idea" }), ["imageName"]);
      assert.deepEqual(await failures({ imageName: "team/idea", skipPush: true }), []);
      assert.deepEqual(await failures({ build: { context: join(root, "nowhere") } }), ["build.context"]);
      assert.deepEqual(await failures({ build: { context: "https://example.com/repository.git" } }), [
        "build.context",
      ]);
      assert.deepEqual(await failures({ build: { context, builderVersion: "BuilderV3" } }), [
        "build.builderVersion",
      ]);
      assert.deepEqual(await failures({ build: { context, arguments: {} } }), ["build.arguments"]);
      assert.deepEqual(await failures({ registry: { password: new Secret(1) } }), ["registry.password"]);
      const [misplaced] = (await client.check(urn, inputsOf({ build: { context, dockerfile: "server.js" } })))
        .failures;
      assert.equal(misplaced?.property, "build.dockerfile");
      assert.ok(misplaced?.reason.includes(`set it to ${join(context, "server.js")}`));
    });

    it("says for which platform it builds when the program does not", async () => {
      await start("no docker");
      const inputs = await checked(inputsOf({ build: { context } }));
      assert.match(textOf((inputs["build"] as PropertyMap)["platform"]), /^linux\/\w+$/);
      assert.match(engine.messages[0]?.message ?? "", /^build\.platform is not set/);
    });
  });
});
