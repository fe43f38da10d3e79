import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { describe, it } from "mocha";
import { checkedInputs, readWireInputs } from "../../policies/wire-inputs.ts";
import { unknownStringValue } from "../../policies/unknown.ts";

const signatureKey = pulumi.runtime.specialSigKey;

function outputValue(members: object): object {
  return { [signatureKey]: "d0e6a833031e9bbcd3f4e8bde6ca49a4", ...members };
}

describe("inputs from the wire", () => {
  it("keeps plain values", () => {
    const inputs = { text: "a", number: 1, flag: false, none: null, list: [1, { a: "b" }] };
    assert.deepEqual(readWireInputs(inputs).values, inputs);
  });

  it("unwraps outputs and secrets, wherever they are, and remembers where the secrets were", () => {
    const { values, secretPaths } = readWireInputs({
      password: { [signatureKey]: pulumi.runtime.specialSecretSig, value: "s3cret" },
      list: [{ inner: outputValue({ value: { deep: "s3cret" }, secret: true }) }],
      open: outputValue({ value: "seen" }),
    });
    assert.deepEqual(values, { password: "s3cret", list: [{ inner: { deep: "s3cret" } }], open: "seen" });
    assert.deepEqual([...secretPaths].sort(), ["list[0].inner", "password"]);
  });

  it("marks what is unknown", () => {
    const { values } = readWireInputs({
      id: outputValue({ dependencies: [] }),
      nested: { id: pulumi.runtime.unknownValue },
    });
    assert.deepEqual(values, { id: unknownStringValue, nested: { id: unknownStringValue } });
  });

  it("puts the proxy that throws before inputs only where one of them is unknown", () => {
    const known = readWireInputs({ a: { b: [1, "x"] } });
    assert.equal(checkedInputs(known), known.values);
    const nested = readWireInputs({ a: [{ b: unknownStringValue }] });
    assert.ok(nested.hasUnknown);
    assert.notEqual(checkedInputs(nested), nested.values);
  });

  it("collects the resources that a property was made of", () => {
    const { dependencies } = readWireInputs({
      serverName: outputValue({ value: "sql", dependencies: ["urn:a"] }),
      both: [
        outputValue({ dependencies: ["urn:a"] }),
        { b: outputValue({ value: 1, dependencies: ["urn:b", "urn:a"] }) },
      ],
      literal: "x",
    });
    assert.deepEqual(dependencies, { serverName: ["urn:a"], both: ["urn:a", "urn:b"] });
  });

  it("reads what the SDK itself writes", async () => {
    await pulumi.runtime.setMocks({ call: () => ({}), newResource: () => ({ id: undefined, state: {} }) });
    const wire = await pulumi.runtime.serializeProperties(
      "test",
      {
        secret: pulumi.secret("x"),
        promise: Promise.resolve([1]),
        nested: { later: pulumi.unsecret(pulumi.secret(2)) },
      },
      { keepOutputValues: true },
    );
    const { values, secretPaths } = readWireInputs(wire);
    assert.deepEqual(values, { secret: "x", promise: [1], nested: { later: 2 } });
    assert.deepEqual([...secretPaths], ["secret"]);
  });
});
