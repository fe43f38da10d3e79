import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { readQuantity } from "../../policies/kubernetes/quantity.ts";

describe("readQuantity", () => {
  it("reads what Kubernetes writes", () => {
    const quantities: readonly [unknown, number][] = [
      ["250m", 0.25],
      ["1", 1],
      [2, 2],
      ["0.5", 0.5],
      ["1Ki", 1024],
      ["1.5Gi", 1.5 * 2 ** 30],
      ["1e3", 1000],
      ["100k", 100_000],
      [".5", 0.5],
    ];
    for (const [text, number] of quantities) assert.equal(readQuantity(text), number, String(text));
  });

  it("reads nothing else", () => {
    for (const text of ["", "m", "1 Gi", "1GiB", "one", "1toString", null, undefined, true, {}])
      assert.equal(readQuantity(text), undefined);
  });

  it("tells equal ones that are written differently", () => {
    assert.equal(readQuantity("1000m"), readQuantity("1"));
    assert.equal(readQuantity("1Gi"), readQuantity("1024Mi"));
  });
});
