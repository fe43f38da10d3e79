import assert from "node:assert/strict";
import { Subnet } from "@pulumi/azure-native/network/subnet.js";
import * as pulumi from "@pulumi/pulumi";
import { dropTypeAliases, withoutTypeAliases } from "../../../start/drop-type-aliases.ts";

const stack = "urn:pulumi:dev::project";

describe("type aliases", () => {
  it("go when they name a type of an API version", () => {
    const types = [
      "network/v20230201:Subnet",
      "sql/v20230801preview:Server",
      "cache/v20201201privatepreview:Redis",
    ];
    assert.deepEqual(withoutTypeAliases(types.map((type) => ({ type: `azure-native:${type}` }))), []);
  });

  for (const [what, alias] of [
    ["a URN", `${stack}::azure-native:network/v20230201:Subnet::old`],
    ["a former name", { name: "old" }],
    ["a former name under an old type", { type: "azure-native:network/v20230201:Subnet", name: "old" }],
    [
      "a former parent under an old type",
      { type: "azure-native:network/v20230201:Subnet", parent: pulumi.rootStackResource },
    ],
    ["a type without a version", { type: "azure-native:network:PrivateZone" }],
    ["another package's type", { type: "kubernetes:apps/v1beta1:Deployment" }],
    ["an alias that is not known yet", pulumi.output("urn")],
  ] as const) {
    it(`stay when they are ${what}`, () => {
      assert.deepEqual(withoutTypeAliases([alias]), [alias]);
    });
  }

  it("of the SDK's classes do not reach the engine, and the component's own do", async () => {
    const sent: number[] = [];
    await pulumi.runtime.setMocks({
      newResource: ({ name }) => ({ id: name, state: {} }),
      call: () => ({}),
    });
    await pulumi.runtime.runInPulumiStack(() => {
      dropTypeAliases();
      pulumi.runtime.registerStackTransformation(({ opts }) => {
        if (opts.aliases !== undefined) sent.push(opts.aliases.length);
        return undefined;
      });
      new Subnet(
        "subnet",
        { resourceGroupName: "group", virtualNetworkName: "network" },
        { aliases: [{ name: "old" }] },
      );
      return Promise.resolve({});
    });
    assert.deepEqual(sent, [1]);
  });
});
