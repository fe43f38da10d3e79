import assert from "node:assert/strict";
import { status, type ServiceError } from "@grpc/grpc-js";
import { randomResources } from "../../../local/random/resources.ts";
import { urnOf } from "../provider/provider-client.ts";
import { RandomPlugin, tokenOf } from "./random-plugin.ts";
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";

describe("the random plugin", function () {
  this.timeout(20_000);
  const plugin = new RandomPlugin();

  it("has the version and all the types of the installed SDK", async () => {
    const require = createRequire(import.meta.url);
    const sdk = dirname(require.resolve("@pulumi/random/package.json"));
    const { version } = require("@pulumi/random/package.json") as { version: string };
    assert.equal(await plugin.client.version(), version);
    const classes = readdirSync(sdk).flatMap((file) => /^(random\w+)\.d\.ts$/.exec(file)?.[1] ?? []);
    assert.deepEqual(
      [...randomResources.keys()].sort(),
      classes.map((file) => `random:index/${file}:${file.charAt(0).toUpperCase()}${file.slice(1)}`).sort(),
    );
  });

  it("refuses any other type by name", async () => {
    const urn = urnOf("random:index/randomCard:RandomCard");
    await assert.rejects(
      () => plugin.client.check(urn, {}),
      (error: ServiceError) =>
        error.code === status.UNIMPLEMENTED && error.details.includes("random:index/randomCard:RandomCard"),
    );
  });

  it("has a schema that names the secret outputs", async () => {
    const schema = JSON.parse(await plugin.client.schema()) as {
      resources: Record<
        string,
        { properties: Record<string, { secret?: boolean }>; requiredInputs: string[] }
      >;
    };
    const password = schema.resources[tokenOf("RandomPassword")];
    assert.deepEqual(password?.requiredInputs, ["length"]);
    assert.equal(password?.properties["result"]?.secret, true);
    assert.equal(password?.properties["length"]?.secret, undefined);
  });
});
