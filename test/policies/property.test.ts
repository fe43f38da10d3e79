import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { Property } from "../../policies/property.ts";
import { UnknownValueError } from "../../policies/unknown.ts";
import { secret, unknown } from "../../policies/testing/index.ts";
import { engineInputs } from "../../policies/testing/wire.ts";

const root = Property.root(
  engineInputs({
    name: "aks",
    size: 3,
    port: "8080",
    nothing: null,
    later: unknown,
    hidden: secret("s3cret"),
    list: [{ enabled: true }, unknown],
    nested: { deep: { flag: false } },
    metadata: { annotations: { "a.b/c": "yes" } },
    long: "x".repeat(500),
  }),
);

describe("property", () => {
  it("tells the path that leads to it", () => {
    assert.equal(root.at("nested.deep.flag").path, "nested.deep.flag");
    assert.equal(root.at("list").items()[0]?.at("enabled").path, "list[0].enabled");
    assert.equal(root.at("metadata.annotations").child("a.b/c").path, 'metadata.annotations["a.b/c"]');
  });

  it("reads values of the expected type, and nothing else", () => {
    assert.equal(root.at("name").string, "aks");
    assert.equal(root.at("size").string, undefined);
    assert.equal(root.at("size").number, 3);
    assert.equal(root.at("port").number, 8080);
    assert.equal(root.at("name").number, undefined);
    assert.deepEqual(root.at("name").items(), []);
    assert.deepEqual(root.at("list").entries(), []);
    assert.equal(root.at("metadata.annotations").child("a.b/c").string, "yes");
  });

  it("takes null, and what is below something else, as absent", () => {
    for (const path of [
      "nothing",
      "missing",
      "missing.too",
      "name.length",
      "nested.deep.flag.more",
      "constructor",
      "list.length",
    ]) {
      assert.equal(root.at(path).isSet, path === "list.length", path);
    }
  });

  it("compares strings without regard to case, and nothing else", () => {
    assert.ok(root.at("name").is("AKS"));
    assert.ok(root.at("nested.deep.flag").is(true, false));
    assert.ok(!root.at("size").is("3"));
  });

  it("throws only when an unknown value is read, not when it is passed by", () => {
    const later = root.at("later");
    assert.ok(later.isSet);
    assert.throws(() => later.value, UnknownValueError);
    assert.throws(() => root.at("later.below"), UnknownValueError);
    const [first, second] = root.at("list").items();
    assert.equal(first?.at("enabled").value, true);
    assert.throws(() => second?.value, UnknownValueError);
  });

  it("finds keys in any letter case", () => {
    assert.equal(root.childIgnoringCase("NAME").string, "aks");
    assert.equal(root.childIgnoringCase("absent").path, "absent");
  });

  it("says what was found, in short", () => {
    assert.equal(root.at("name").found, 'is "aks"');
    assert.equal(root.at("missing").found, "is absent");
    assert.equal(root.at("list").found, "is a list of 2");
    assert.equal(root.at("nested").found, "is an object");
    assert.ok(root.at("long").found.length < 200);
  });

  it("never shows what is marked as secret, nor what lies below", () => {
    const inputs = { password: "s3cret", settings: { token: "s3cret" }, list: ["s3cret"] };
    const marked = Property.root(inputs, new Set(["password", "settings", "list"]));
    for (const property of [
      marked.at("password"),
      marked.at("settings.token"),
      marked.at("list").items()[0],
    ]) {
      assert.equal(property?.found, "is a secret");
    }
  });
});
