import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { evaluateStack } from "../../policies/evaluate.ts";
import rule from "../../policies/rules/exemptions/exemptions-in-force.ts";
import { ExemptionBook } from "../../policies/settings/exemption-book.ts";
import { concernsStack, matches } from "../../policies/settings/exemption.ts";
import type { Exemption } from "../../policies/settings/exemption.ts";
import { stackViewOf } from "../../policies/view.ts";

const urn = "urn:pulumi:dev::platform::azure-native:containerservice:ManagedCluster::aks";
const exemption: Exemption = {
  rule: "aks-local-accounts-disabled",
  resource: "urn:pulumi:dev::platform::*::aks",
  reason: "Break-glass",
  owner: "platform@example.com",
  expires: "2027-01-31",
};
const before = new Date("2027-01-31T23:59:59Z");
const afterwards = new Date("2027-02-01T00:00:00Z");

function findings(book: ExemptionBook): readonly string[] {
  return evaluateStack(rule, stackViewOf([], book.uses)).findings.map(({ message }) => message);
}

describe("exemptions", () => {
  it("permit what they name, on the last day too, and are then in force", () => {
    const book = new ExemptionBook([exemption], "dev", before);
    assert.equal(book.find("aks-local-accounts-disabled", urn), exemption);
    assert.deepEqual(findings(book), []);
  });

  it("permit no other rule and no other resource", () => {
    const book = new ExemptionBook([exemption], "dev", before);
    assert.equal(book.find("aks-azure-rbac", urn), undefined);
    assert.equal(book.find("aks-local-accounts-disabled", `${urn}2`), undefined);
  });

  it("permit nothing any more on the next day, and fail the run", () => {
    const book = new ExemptionBook([exemption], "dev", afterwards);
    assert.equal(book.find("aks-local-accounts-disabled", urn), undefined);
    assert.match(findings(book).join(), /platform@example.com .* ended on 2027-01-31/);
  });

  it("fail the run where nothing needs them", () => {
    assert.match(findings(new ExemptionBook([exemption], "dev", before)).join(), /is not needed/);
  });

  it("are nobody's business in another stack", () => {
    const book = new ExemptionBook([exemption], "prod", afterwards);
    assert.deepEqual(book.uses, []);
    assert.deepEqual(findings(book), []);
    assert.ok(concernsStack({ ...exemption, resource: "urn:pulumi:d*::platform::*::aks" }, "dev"));
  });
});

describe("patterns of exemptions", () => {
  it("match what a regular expression matches", () => {
    const letters = fc.string({ unit: fc.constantFrom("a", "b", ":"), maxLength: 8 });
    const patterns = fc.string({ unit: fc.constantFrom("a", "b", ":", "*"), maxLength: 6 });
    fc.assert(
      fc.property(patterns, letters, (pattern, text) => {
        const expected = new RegExp(`^${pattern.replaceAll("*", ".*")}$`).test(text);
        assert.equal(matches(pattern, text), expected);
      }),
      { numRuns: 2000 },
    );
  });
});
