import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Secret, type PropertyMap } from "../../../local/provider/values.ts";
import { DockerMachine, textOf, urn } from "./docker-machine.ts";

/** A port on which nothing listens. */
const closedPort = 1;

describe("an image of the docker plugin", function () {
  this.timeout(20_000);
  const machine = new DockerMachine();

  describe("without an engine", () => {
    it("says in one line that the image was not built, and gives it the digest of its content", async () => {
      const client = await machine.start("no docker");
      const inputs = await machine.checked(machine.inputsOf());
      const { id, outputs } = await client.create(urn, inputs);
      assert.equal(id, `${machine.registryHost}/team/idea:1.2`);
      assert.match(
        textOf(outputs["repoDigest"]),
        new RegExp(`^${machine.registryHost}/team/idea@sha256:[0-9a-f]{64}$`),
      );
      assert.deepEqual(
        { ...outputs, repoDigest: "" },
        {
          imageName: id,
          baseImageName: id,
          context: machine.context,
          dockerfile: "Dockerfile",
          platform: "linux/amd64",
          registryServer: machine.registryHost,
          repoDigest: "",
        },
      );
      assert.deepEqual(machine.warnings, [
        `${id} was not built: there is no docker command on this machine. Its digest is the one of its build context.`,
      ]);
      assert.equal(machine.messages.find(({ severity }) => severity === "warning")?.urn, urn);
    });

    for (const [state, answer] of [
      ["does not run", "down"],
      ["does not answer within 2 seconds", "hang"],
    ] as const) {
      it(`does the same when the engine ${state}`, async () => {
        const client = await machine.start("docker", { FAKE_DOCKER_INFO: answer });
        await client.create(urn, await machine.checked(machine.inputsOf()));
        assert.match(machine.warnings.join(), /was not built: no Docker engine answers/);
        assert.deepEqual(machine.dockerCalls, ["info --format {{.ServerVersion}}"]);
      });
    }

    it("does the same when the registry does not answer", async () => {
      const client = await machine.start("docker");
      const inputs = await machine.checked(machine.inputsOf({ imageName: `localhost:${closedPort}/idea:1` }));
      await client.create(urn, inputs);
      assert.match(machine.warnings.join(), /was not built: the registry localhost:1 does not answer/);
      assert.deepEqual(machine.dockerCalls, ["info --format {{.ServerVersion}}"]);
    });

    it("makes another digest of another content, build argument, target or platform", async () => {
      const client = await machine.start("no docker");
      const digests = new Set<string>();
      const add = async (build: PropertyMap) => {
        const { outputs } = await client.create(
          urn,
          await machine.checked(
            machine.inputsOf({ build: { context: machine.context, platform: "linux/amd64", ...build } }),
          ),
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
      writeFileSync(join(machine.context, "server.js"), "listen(2);\n");
      await add({});
      assert.equal(digests.size, 6);
    });

    it("does not let a secret build argument be guessed from the digest", async () => {
      const client = await machine.start("no docker");
      const digest = async (token: string) => {
        const build = {
          context: machine.context,
          platform: "linux/amd64",
          args: { TOKEN: new Secret(token) },
        };
        return (await client.create(urn, await machine.checked(machine.inputsOf({ build })))).outputs[
          "repoDigest"
        ];
      };
      assert.equal(await digest("1234"), await digest("5678"));
    });
  });
});
