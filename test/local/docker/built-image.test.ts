import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ServiceError } from "@grpc/grpc-js";
import { Secret, type PropertyMap } from "../../../local/provider/values.ts";
import { DockerMachine, urn } from "./docker-machine.ts";

const pushedDigest = `sha256:${"2".repeat(64)}`;
const localId = `sha256:${"1".repeat(64)}`;

describe("an image of the docker plugin", function () {
  this.timeout(20_000);
  const machine = new DockerMachine();

  describe("with an engine and a registry", () => {
    it("builds and pushes, and takes the registry's digest", async () => {
      const client = await machine.start("docker");
      const build = {
        context: machine.context,
        platform: "linux/arm64",
        target: "run",
        args: { EMPTY: "", VERSION: "1.2" },
        cacheFrom: { images: [`${machine.registryHost}/team/idea:cache`] },
        addHosts: ["db:10.0.0.1"],
        network: "host",
      };
      const { outputs } = await client.create(urn, await machine.checked(machine.inputsOf({ build })));
      const name = `${machine.registryHost}/team/idea:1.2`;
      assert.equal(outputs["repoDigest"], `${machine.registryHost}/team/idea@${pushedDigest}`);
      assert.deepEqual(machine.dockerCalls, [
        "info --format {{.ServerVersion}}",
        `build --tag=${name} --file=${join(machine.context, "Dockerfile")} --platform=linux/arm64 --target=run --network=host ` +
          `--add-host=db:10.0.0.1 --cache-from=${machine.registryHost}/team/idea:cache ` +
          `--build-arg=EMPTY= --build-arg=VERSION=1.2 -- ${machine.context}`,
        `push -- ${name}`,
        `image inspect --format {{range .RepoDigests}}{{println .}}{{end}} ${name}`,
      ]);
      assert.match(machine.dockerLog, /^buildkit: 1$/m);
      assert.deepEqual(machine.warnings, []);
      assert.ok(
        machine.messages.some(
          ({ message, ephemeral }) => ephemeral && message.includes("load build definition"),
        ),
      );
    });

    it("only builds when the image is to stay, without asking the registry", async () => {
      const client = await machine.start("docker");
      const inputs = await machine.checked(
        machine.inputsOf({
          imageName: "idea",
          skipPush: true,
          build: { context: machine.context, platform: "linux/amd64", builderVersion: "BuilderV1" },
        }),
      );
      const { outputs } = await client.create(urn, inputs);
      assert.equal(outputs["repoDigest"], localId);
      assert.deepEqual(
        machine.dockerCalls.map((call) => call.split(" ")[0]),
        ["info", "build", "image"],
      );
      assert.match(machine.dockerLog, /^buildkit: 0$/m);
    });

    it("fails with the last lines of the command, without secrets in them", async () => {
      const client = await machine.start("docker", { FAKE_DOCKER_FAIL: "build" });
      const build = {
        context: machine.context,
        platform: "linux/amd64",
        args: { TOKEN: new Secret("s3cret") },
      };
      await assert.rejects(
        async () => client.create(urn, await machine.checked(machine.inputsOf({ build }))),
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
      const client = await machine.start("docker");
      const inputs = await machine.checked(
        machine.inputsOf({
          registry: { server: machine.registryHost, username: "me", password: new Secret("passw0rd") },
          build: { context: machine.context, platform: "linux/amd64", args: { TOKEN: new Secret("s3cret") } },
        }),
      );
      assert.deepEqual((inputs["registry"] as PropertyMap)["password"], new Secret("passw0rd"));
      const { outputs } = await client.create(urn, inputs);
      const auth = Buffer.from("me:passw0rd").toString("base64");
      for (const secret of ["passw0rd", "s3cret", auth]) {
        assert.ok(!machine.dockerCalls.join("\n").includes(secret));
        assert.ok(!JSON.stringify([outputs, machine.messages]).includes(secret));
      }
      const logged = machine.dockerLog;
      assert.ok(logged.includes("TOKEN is in the environment"));
      assert.ok(logged.includes(`"${machine.registryHost}":{"auth":"${auth}"}`));
      assert.throws(() => readFileSync(join(machine.root, "config", "config.json")));
    });

    it("warns when half of the credentials is missing", async () => {
      const client = await machine.start("docker");
      await client.create(urn, await machine.checked(machine.inputsOf({ registry: { username: "me" } })));
      assert.match(machine.warnings.join(), /registry\.password is not set/);
    });
  });
});
