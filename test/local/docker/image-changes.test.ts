import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { status, type ServiceError } from "@grpc/grpc-js";
import { Secret, Unknown, type PropertyMap, type PropertyValue } from "../../../local/provider/values.ts";
import { DockerMachine, urn } from "./docker-machine.ts";

describe("an image of the docker plugin", function () {
  this.timeout(20_000);
  const machine = new DockerMachine();

  describe("a preview", () => {
    it("knows everything but the digest, and builds nothing", async () => {
      const client = await machine.start("docker");
      const { id, outputs } = await client.create(urn, await machine.checked(machine.inputsOf()), {
        preview: true,
      });
      assert.equal(id, "");
      assert.equal(outputs["imageName"], `${machine.registryHost}/team/idea:1.2`);
      assert.deepEqual(outputs["repoDigest"], new Unknown());
      assert.deepEqual(machine.dockerCalls, []);
    });

    it("builds without a push when it is asked to", async () => {
      const client = await machine.start("docker");
      await client.create(urn, await machine.checked(machine.inputsOf({ buildOnPreview: true })), {
        preview: true,
      });
      assert.deepEqual(
        machine.dockerCalls.map((call) => call.split(" ")[0]),
        ["info", "build", "image"],
      );
    });

    it("manages with what is not known yet", async () => {
      const client = await machine.start("docker");
      const unknownName = await machine.checked(machine.inputsOf({ imageName: new Unknown() }));
      const { outputs } = await client.create(urn, unknownName, { preview: true });
      assert.deepEqual(outputs["imageName"], new Unknown());
      assert.deepEqual(outputs["registryServer"], new Unknown());
      const builds: PropertyValue[] = [
        new Unknown("object"),
        { context: new Unknown() },
        { context: machine.context, dockerfile: new Unknown() },
      ];
      for (const build of builds) {
        await client.create(urn, await machine.checked(machine.inputsOf({ build })), { preview: true });
      }
    });
  });

  describe("a later update", () => {
    it("happens when the context, an option or the registry changes, and is no replacement", async () => {
      const client = await machine.start("no docker");
      const before = await machine.checked(
        machine.inputsOf({
          registry: { server: machine.registryHost, username: "me", password: new Secret("1") },
        }),
      );
      const { id, outputs } = await client.create(urn, before);
      const diff = async (inputs: PropertyMap) =>
        client.diff(urn, id, before, outputs, await machine.checked(inputs));
      const same = { registry: { server: machine.registryHost, username: "me", password: new Secret("1") } };

      assert.equal((await diff(machine.inputsOf(same))).changes, false);
      const renewed = {
        registry: { server: machine.registryHost, username: "you", password: new Secret("2") },
      };
      assert.equal((await diff(machine.inputsOf(renewed))).changes, false);
      assert.deepEqual((await diff(machine.inputsOf())).detailed, { registry: "DELETE" });
      const renamed = await diff(
        machine.inputsOf({ ...same, imageName: `${machine.registryHost}/team/idea:1.3` }),
      );
      assert.deepEqual(renamed.detailed, { imageName: "UPDATE" });
      assert.deepEqual(renamed.replaces, []);

      writeFileSync(join(machine.context, "server.js"), "listen(2);\n");
      const changed = await diff(machine.inputsOf(same));
      assert.deepEqual(changed.detailed, { "build.contextDigest": "UPDATE" });
      const after = await machine.checked(machine.inputsOf(same));
      const preview = await client.update(urn, id, before, outputs, after, { preview: true });
      assert.deepEqual(preview["repoDigest"], new Unknown());
      const updated = await client.update(urn, id, before, outputs, after);
      assert.notEqual(updated["repoDigest"], outputs["repoDigest"]);
      assert.equal((await client.diff(urn, id, after, updated, after)).changes, false);
    });

    it("finds the image as it was, and leaves it where it is when it is deleted", async () => {
      const client = await machine.start("docker");
      const inputs = await machine.checked(machine.inputsOf());
      const { id, outputs } = await client.create(urn, inputs);
      const before = machine.dockerCalls.length;
      assert.deepEqual(await client.read(urn, id, outputs, inputs), { id, outputs, inputs });
      await client.delete(urn, id, outputs, inputs);
      assert.equal(machine.dockerCalls.length, before);
      await assert.rejects(
        () => client.read(urn, id),
        (error: ServiceError) => error.code === status.UNIMPLEMENTED,
      );
    });
  });
});
