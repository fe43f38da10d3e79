import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { readCatalogue } from "../../policies/catalogue/catalogue.ts";
import { coverage, rulesByEntry } from "../../policies/catalogue/coverage.ts";
import { keptBySettings } from "../../policies/catalogue/settings.ts";
import { undecidable } from "../../policies/catalogue/undecidable.ts";
import { coveragePage } from "../../policies/docs/coverage-page.ts";
import { rules } from "../../policies/registry.ts";

const catalogue = readCatalogue();
const ours = rulesByEntry(rules);

describe("the catalogue of rules", () => {
  it("has each id once", () => {
    assert.equal(new Set(catalogue.map(({ id }) => id)).size, catalogue.length);
  });

  it("unites 434 rules of other tools, and at least 30 that none has", () => {
    const beyond = catalogue.filter(({ id }) => id.startsWith("X-"));
    assert.ok(beyond.length >= 30);
    assert.equal(catalogue.length - beyond.length, 434);
  });

  it("names a tool for each rule, but for those that none has", () => {
    for (const { id, elsewhere } of catalogue)
      assert.equal(Object.keys(elsewhere).length === 0, id.startsWith("X-"), id);
  });

  it("is kept by the pack, or says why a plan cannot decide it", () => {
    const missing = catalogue
      .map(({ id }) => id)
      .filter((id) => !ours.has(id) && !(id in undecidable) && !(id in keptBySettings));
    assert.deepEqual(missing, [], "neither a rule of the pack nor listed as undecidable");
  });

  it("gives a reason for exactly those that no plan can decide", () => {
    const runtime = catalogue.filter(({ mode }) => mode === "runtime").map(({ id }) => id);
    assert.deepEqual(Object.keys(undecidable).sort(), runtime.sort());
    for (const [id, reason] of Object.entries(undecidable)) {
      assert.match(reason, /^[A-Z].*\.$/, id);
      assert.ok(!ours.has(id), `${id} has a rule`);
    }
  });

  it("knows every id that rules refer to", () => {
    const ids = new Set(catalogue.map(({ id }) => id));
    for (const [id, rule] of ours) assert.ok(ids.has(id), `${rule.id} refers to ${id}`);
  });

  it("is counted by tool without what judges retired resources only", () => {
    const entry = {
      id: "AA-01",
      service: "A",
      title: "A",
      mode: "resource" as const,
      elsewhere: { checkov: ["(CKV_1)"] },
    };
    const kept = { ...entry, id: "AA-02", elsewhere: { checkov: ["(CKV_1)", "CKV_2"], cis: ["AKS 1"] } };
    const { byTool, union, ours: implemented } = coverage([entry, kept], new Map());
    assert.equal(byTool.checkov.theirs, 1);
    assert.equal(byTool.cis.theirs, 1);
    assert.equal(union, 2);
    assert.equal(implemented, 0);
  });

  it("is set beside the other tools in docs/policy-coverage.md", () => {
    const page = readFileSync(join(import.meta.dirname, "../../docs/policy-coverage.md"), "utf8");
    assert.equal(page, coveragePage(catalogue, rules), "run: npm run docs");
  });
});
