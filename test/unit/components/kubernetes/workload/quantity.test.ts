import assert from "node:assert/strict";
import fc from "fast-check";
import {
  canonicalQuantity,
  refuseQuantity,
  thousandthsOf,
  timesQuantity,
} from "../../../../../components/kubernetes/workload/quantity.ts";

const quantity = fc
  .tuple(
    fc.integer({ min: 0, max: 1_000_000 }),
    fc.constantFrom("", "m", "k", "M", "G", "T", "Ki", "Mi", "Gi", "Ti"),
  )
  .map(([amount, suffix]) => `${amount}${suffix}`);

describe("quantity", () => {
  it("reads what Kubernetes writes", () => {
    assert.equal(thousandthsOf("100m"), 100n);
    assert.equal(thousandthsOf("2"), 2_000n);
    assert.equal(thousandthsOf("0.5"), 500n);
    assert.equal(thousandthsOf("1.5Gi"), 1_610_612_736_000n);
    assert.equal(thousandthsOf("1k"), 1_000_000n);
  });

  it("does not read anything else", () => {
    for (const text of ["", "m", "1 Gi", "-1", "1gb", "1e3", "0.0001", ".5", "1.Gi"]) {
      assert.equal(thousandthsOf(text), undefined, text);
    }
  });

  it("writes the form in which the API server stores it", () => {
    assert.equal(canonicalQuantity("1000m"), "1");
    assert.equal(canonicalQuantity("1500m"), "1500m");
    assert.equal(canonicalQuantity("0.1"), "100m");
    assert.equal(canonicalQuantity("1024Mi"), "1Gi");
    assert.equal(canonicalQuantity("1.5Gi"), "1536Mi");
    assert.equal(canonicalQuantity("2000"), "2k");
    assert.equal(canonicalQuantity("0"), "0");
  });

  it("keeps the amount, and changes nothing the second time", () => {
    fc.assert(
      fc.property(quantity, (text) => {
        const canonical = canonicalQuantity(text);
        return thousandthsOf(canonical) === thousandthsOf(text) && canonicalQuantity(canonical) === canonical;
      }),
    );
  });

  it("multiplies exactly", () => {
    fc.assert(
      fc.property(quantity, fc.integer({ min: 0, max: 1000 }), (text, count) => {
        const once = thousandthsOf(text);
        return once !== undefined && thousandthsOf(timesQuantity(count, text)) === once * BigInt(count);
      }),
    );
  });

  it("refuses zero and what is none", () => {
    assert.deepEqual(refuseQuantity("cpu", "250m", "250m"), []);
    for (const value of ["0", "0m", "fast", ""]) {
      const [refusal] = refuseQuantity("cpu", value, "250m");
      assert.equal(refusal?.property, "cpu");
      assert.match(refusal?.remedy ?? "", /250m/);
    }
  });
});
