import assert from "node:assert/strict";
import fc from "fast-check";
import { compareVersions, isAcceptable, parseVersion } from "../../../local/engine/version.ts";

function compare(a: string, b: string): number {
  const [left, right] = [parseVersion(a), parseVersion(b)];
  assert(left !== undefined && right !== undefined, `${a} or ${b} is not a version`);
  return Math.sign(compareVersions(left, right));
}

describe("version", () => {
  it("reads what tools print", () => {
    assert.deepEqual(parseVersion("v3.250.0"), { major: 3, minor: 250, patch: 0, prerelease: undefined });
    assert.deepEqual(parseVersion("1.26"), { major: 1, minor: 26, patch: 0, prerelease: undefined });
    assert.deepEqual(parseVersion("1.27rc1"), { major: 1, minor: 27, patch: 0, prerelease: "rc1" });
    assert.deepEqual(parseVersion("3.251.0-alpha.5+dirty"), {
      major: 3,
      minor: 251,
      patch: 0,
      prerelease: "alpha.5",
    });
    for (const text of ["", "dev", "1", "v1.x", "go1.26"]) assert.equal(parseVersion(text), undefined, text);
  });

  it("orders by number, not by letter", () => {
    assert.equal(compare("3.60.0", "3.250.0"), -1);
    assert.equal(compare("3.250.0", "3.250.0+build"), 0);
    assert.equal(compare("1.26.10", "1.26.9"), 1);
  });

  it("puts a pre-release before its release, and its identifiers in order", () => {
    const ordered = [
      "1.0.0-alpha",
      "1.0.0-alpha.1",
      "1.0.0-alpha.beta",
      "1.0.0-beta.2",
      "1.0.0-beta.11",
      "1.0.0",
    ];
    for (const [index, version] of ordered.entries())
      for (const [other, right] of ordered.entries())
        assert.equal(compare(version, right), Math.sign(index - other), `${version} and ${right}`);
  });

  it("is an order: swapping the sides swaps the sign", () => {
    const version = fc
      .tuple(fc.nat(9), fc.nat(9), fc.nat(9), fc.constantFrom("", "-rc.1", "-rc.2", "-alpha"))
      .map(([major, minor, patch, prerelease]) => `${major}.${minor}.${patch}${prerelease}`);
    fc.assert(fc.property(version, version, (a, b) => compare(a, b) === -compare(b, a)));
  });

  it("accepts what is new enough within the major version", () => {
    assert.equal(isAcceptable("3.270.1", "3.250.0", false), true);
    assert.equal(isAcceptable("3.249.9", "3.250.0", false), false);
    assert.equal(isAcceptable("4.0.0", "3.250.0", false), false);
    assert.equal(isAcceptable("3.250.0-alpha.1", "3.250.0", false), false);
    assert.equal(isAcceptable("dev", "3.250.0", false), false);
  });

  it("accepts only the same minor version where minor versions do not mix", () => {
    assert.equal(isAcceptable("1.35.4", "1.35.0", true), true);
    assert.equal(isAcceptable("1.36.0", "1.35.0", true), false);
  });
});
