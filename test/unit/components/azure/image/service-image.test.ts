import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ServiceImage } from "../../../../../components/azure/image/service-image.ts";
import type { ServiceImageArgs } from "../../../../../components/azure/image/service-image.ts";
import { at, build, refusedBy, valueOf } from "../registrations.ts";

describe("ServiceImage", () => {
  let context: string;
  before(() => {
    context = mkdtempSync(join(tmpdir(), "service-"));
    writeFileSync(join(context, "Dockerfile"), "FROM scratch\n");
  });
  after(() => {
    rmSync(context, { recursive: true });
  });

  it("takes a ready image as it is", async () => {
    const { component, registered } = await build(
      (opts) => new ServiceImage("idea", { image: "example.com/idea:1.4.2" }, opts),
    );
    assert.equal(await valueOf(component.imageReference), "example.com/idea:1.4.2");
    assert.equal(registered.length, 1);
  });

  it("builds and pushes under a tag that is known at preview, without credentials", async () => {
    for (const preview of [true, false]) {
      const { component, named } = await build(
        (opts) => new ServiceImage("idea", { context, registryServer: "platform.azurecr.io" }, opts),
        preview,
      );
      const reference = await valueOf(component.imageReference);
      assert.match(reference, /^platform\.azurecr\.io\/idea:[0-9a-f]{12}$/);
      const { type, inputs } = named("idea-image");
      assert.equal(type, "docker:index/image:Image");
      assert.equal(inputs["imageName"], reference);
      assert.equal(inputs["skipPush"], false);
      assert.equal(inputs["registry"], undefined);
      assert.equal(at(inputs, "build", "platform"), "linux/amd64");
    }
  });

  const refused: [what: string, args: () => ServiceImageArgs, properties: string[]][] = [
    ["neither image nor context", () => ({}), ["image"]],
    ["both", () => ({ image: "a:1", context }), ["image"]],
    ["an image without a tag", () => ({ image: "example.com/idea" }), ["image"]],
    ["the tag latest", () => ({ image: "example.com/idea:latest" }), ["image"]],
    ["a context without a registry", () => ({ context }), ["registryServer"]],
    ["a context without a Dockerfile", () => ({ context: tmpdir(), registryServer: "a.io" }), ["context"]],
    [
      "a registry with a path, and a repository in capitals",
      () => ({ context, registryServer: "https://a.io", repository: "Idea" }),
      ["registryServer", "repository"],
    ],
  ];
  for (const [what, args, properties] of refused) {
    it(`refuses ${what}`, () => {
      assert.deepEqual(
        refusedBy(() => new ServiceImage("idea", args())),
        properties,
      );
    });
  }

  for (const image of [
    "nginx:1.29",
    "example.com:5000/team/idea:v1_2.3-4",
    `example.com/idea@sha256:${"a".repeat(64)}`,
    `example.com/idea:1@sha256:${"a".repeat(64)}`,
  ]) {
    it(`accepts ${image.slice(0, 40)}`, async () => {
      const { component } = await build((opts) => new ServiceImage("idea", { image }, opts));
      assert.equal(await valueOf(component.imageReference), image);
    });
  }
});
