import assert from "node:assert/strict";
import fc from "fast-check";
import { sameValue } from "../../../local/provider/equality.ts";
import { NotPlainError, toPlain, toPlainMap, withSecretsOf } from "../../../local/provider/plain.ts";
import {
  Asset,
  OutputValue,
  Secret,
  Unknown,
  containsSecret,
  containsUnknown,
  isMap,
  isUnknown,
} from "../../../local/provider/values.ts";
import { plainValue, propertyMap } from "./property-arbitraries.ts";

describe("plain values", () => {
  it("stay what they are, secret or not", () => {
    fc.assert(
      fc.property(plainValue, (value) => {
        assert.deepStrictEqual(toPlain(value), value);
        assert.deepStrictEqual(toPlain(new Secret(new OutputValue(value, true))), value);
      }),
    );
  });

  it("are refused by path where something is unknown or an asset", () => {
    assert.throws(
      () => toPlainMap({ build: { args: { "a.b": [1, new Unknown()] } } }),
      (error) => error instanceof NotPlainError && error.path === `build.args["a.b"][1]`,
    );
    assert.throws(() => toPlainMap({ file: new Asset({ text: "t0psecret" }) }), /'file' is of type Asset/);
  });

  it("get back the secret marks of the inputs that they repeat", () => {
    const inputs = {
      password: new Secret("p"),
      profile: { key: new Secret("k"), name: "n" },
      list: [{ value: new Secret("v") }],
      plain: "x",
    };
    const outputs = withSecretsOf({ ...toPlainMap(inputs), extra: "new" }, inputs);
    assert.deepEqual(outputs, {
      password: new Secret("p"),
      profile: { key: new Secret("k"), name: "n" },
      list: new Secret([{ value: "v" }]),
      plain: "x",
      extra: "new",
    });
  });
});

describe("questions about values", () => {
  it("look inside of everything", () => {
    assert.ok(containsUnknown([{ a: new Secret({ b: new Unknown("number") }) }]));
    assert.ok(containsUnknown(new OutputValue(undefined)));
    assert.ok(!containsUnknown([{ a: new Secret("b") }]));
    assert.ok(containsSecret({ a: [new Secret(1)] }));
    assert.ok(containsSecret({ a: new OutputValue(1, true) }));
    assert.ok(!containsSecret({ a: [new Unknown(), new OutputValue(1)] }));
    assert.ok(isUnknown(new Secret(new Unknown())));
    assert.ok(!isMap(new Secret({})) && !isMap([]) && !isMap(null) && isMap({}));
  });
});

describe("equality", () => {
  it("holds for a value and its copy unless something in it is unknown or has no hash", () => {
    fc.assert(
      fc.property(plainValue, (value) => {
        assert.ok(sameValue(value, structuredClone(value)));
        assert.ok(sameValue(value, new Secret(value)));
      }),
    );
    fc.assert(fc.property(propertyMap, (map) => !containsUnknown(map) || !sameValue(map, map)));
  });

  it("tells values apart", () => {
    assert.ok(!sameValue({ a: 1 }, { a: 1, b: null }));
    assert.ok(!sameValue({ a: 1, b: 2 }, { a: 1, c: 2 }));
    assert.ok(!sameValue([1, 2], [2, 1]));
    assert.ok(!sameValue("1", 1));
    assert.ok(!sameValue(undefined, null));
    assert.ok(sameValue({ a: 1, b: 2 }, { b: 2, a: 1 }));
    assert.ok(sameValue(new Asset({ hash: "x", text: "a" }), new Asset({ hash: "x", path: "b" })));
    assert.ok(!sameValue(new Asset({ text: "a" }), new Asset({ text: "a" })));
  });
});
