import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { urnOf } from "../../../policies/guard/urn.ts";

describe("urn", () => {
  const server = { type: "azure-native:sql:Server", name: "sql" };
  const stack = "urn:pulumi:dev::platform::pulumi:pulumi:Stack::platform-dev";

  it("of a resource below the stack has its own type only", () => {
    assert.equal(urnOf(server, "platform", "dev"), "urn:pulumi:dev::platform::azure-native:sql:Server::sql");
    assert.equal(urnOf({ ...server, parent: stack }, "platform", "dev"), urnOf(server, "platform", "dev"));
  });

  it("of a resource in a component has the types of its ancestors before it", () => {
    const parent = "urn:pulumi:dev::platform::platform:index:App$azure-platform:index:SqlServer::database";
    assert.equal(
      urnOf({ ...server, parent }, "platform", "dev"),
      "urn:pulumi:dev::platform::platform:index:App$azure-platform:index:SqlServer$azure-native:sql:Server::sql",
    );
  });
});
