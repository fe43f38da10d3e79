import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { compareVersions } from "../../policies/azure/version.ts";

const number = fc.integer({ min: 0, max: 99 });
const full = fc.tuple(number, number, number);

describe("compareVersions", () => {
  it("takes a minor version for as new as each of its patches", () => {
    assert.equal(compareVersions("1.33", "1.33.7"), 0);
    assert.equal(compareVersions("1.33.7", "1.33"), 0);
  });

  it("compares numbers, not texts", () => {
    assert.ok((compareVersions("1.9", "1.33") ?? 0) < 0);
    assert.ok((compareVersions("1.34.0", "1.33.9") ?? 0) > 0);
  });

  it("does not judge what is no version", () => {
    for (const text of ["", "latest", "1.x", "v1.33", "1..2", "1.33."])
      assert.equal(compareVersions(text, "1.33"), undefined, text);
  });

  it("turns with its sides, and is 0 for a version and itself", () => {
    fc.assert(
      fc.property(full, full, (one, other) => {
        const [left, right] = [one.join("."), other.join(".")];
        const [there, back] = [compareVersions(left, right), compareVersions(right, left)];
        assert.ok(there !== undefined && back !== undefined);
        assert.equal(Math.sign(there) + Math.sign(back), 0);
        assert.equal(compareVersions(left, left), 0);
      }),
    );
  });
});
