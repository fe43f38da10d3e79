import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";
import { status, type ServiceError } from "@grpc/grpc-js";
import { Secret, type PropertyMap } from "../../../local/provider/values.ts";
import { urnOf } from "../provider/provider-client.ts";
import { DockerMachine, textOf, urn } from "./docker-machine.ts";

describe("the docker plugin", function () {
  this.timeout(20_000);
  const machine = new DockerMachine();

  it("has the version of the installed SDK, and refuses what it does not have by name", async () => {
    const client = await machine.start("no docker");
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

  describe("the check", () => {
    it("names the property that is wrong", async () => {
      const client = await machine.start("no docker");
      const failures = async (changes: PropertyMap) =>
        (await client.check(urn, machine.inputsOf(changes))).failures.map(({ property }) => property);
      assert.deepEqual(await failures({ imageName: null }), ["imageName"]);
      assert.deepEqual(await failures({ imageName: "team/idea" }), ["imageName"]);
      assert.deepEqual(await failures({ imageName: "team/idea", skipPush: true }), []);
      assert.deepEqual(await failures({ build: { context: join(machine.root, "nowhere") } }), [
        "build.context",
      ]);
      assert.deepEqual(await failures({ build: { context: "https://example.com/repository.git" } }), [
        "build.context",
      ]);
      assert.deepEqual(await failures({ build: { context: machine.context, builderVersion: "BuilderV3" } }), [
        "build.builderVersion",
      ]);
      assert.deepEqual(await failures({ build: { context: machine.context, arguments: {} } }), [
        "build.arguments",
      ]);
      assert.deepEqual(await failures({ registry: { password: new Secret(1) } }), ["registry.password"]);
      const [misplaced] = (
        await client.check(
          urn,
          machine.inputsOf({ build: { context: machine.context, dockerfile: "server.js" } }),
        )
      ).failures;
      assert.equal(misplaced?.property, "build.dockerfile");
      assert.ok(misplaced?.reason.includes(`set it to ${join(machine.context, "server.js")}`));
    });

    it("says for which platform it builds when the program does not", async () => {
      await machine.start("no docker");
      const inputs = await machine.checked(machine.inputsOf({ build: { context: machine.context } }));
      assert.match(textOf((inputs["build"] as PropertyMap)["platform"]), /^linux\/\w+$/);
      assert.match(machine.messages[0]?.message ?? "", /^build\.platform is not set/);
    });
  });
});
