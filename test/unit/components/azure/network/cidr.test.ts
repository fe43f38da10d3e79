import assert from "node:assert/strict";
import fc from "fast-check";
import {
  addressesOf,
  blockSize,
  cidrsOverlap,
  formatCidr,
  overlaps,
  parseCidr,
} from "../../../../../components/azure/network/cidr.ts";

/** Any IPv4 block. */
const blocks = fc
  .record({ prefixLength: fc.integer({ min: 0, max: 32 }), address: fc.nat({ max: 2 ** 32 - 1 }) })
  .map(({ prefixLength, address }) => ({
    prefixLength,
    first: address - (address % blockSize(prefixLength)),
  }));

describe("an IPv4 block", () => {
  it("is parsed as it was formatted", () => {
    fc.assert(fc.property(blocks, (block) => assert.deepEqual(parseCidr(formatCidr(block)), block)));
  });

  for (const text of [
    "10.0.0.0",
    "10.0.0.1/16",
    "10.0.0.0/33",
    "256.0.0.0/8",
    "a.b.c.d/8",
    "10.0.0.0/8 ",
    "",
  ]) {
    it(`is not ${JSON.stringify(text)}`, () => {
      assert.equal(parseCidr(text), undefined);
    });
  }

  it("overlaps another one when, and only when, one contains the other's first address", () => {
    const contains = (outer: { first: number; prefixLength: number }, address: number) =>
      address >= outer.first && address < outer.first + blockSize(outer.prefixLength);
    fc.assert(
      fc.property(blocks, blocks, (one, other) => {
        assert.equal(overlaps(one, other), contains(one, other.first) || contains(other, one.first));
        assert.equal(overlaps(one, other), overlaps(other, one));
      }),
    );
  });

  it("is compared as text, and text that is none is an error", () => {
    assert.equal(cidrsOverlap("10.0.0.0/8", "10.224.0.0/16"), true);
    assert.equal(cidrsOverlap("10.0.0.0/16", "10.1.0.0/16"), false);
    assert.throws(() => cidrsOverlap("10.0.0.0/16", "10.1.0.0"), /"10\.1\.0\.0" is no IPv4 block/);
  });

  it("has a first and a last address", () => {
    assert.deepEqual(addressesOf("203.0.113.0/24"), ["203.0.113.0", "203.0.113.255"]);
    assert.deepEqual(addressesOf("255.255.255.255/32"), ["255.255.255.255", "255.255.255.255"]);
  });
});
