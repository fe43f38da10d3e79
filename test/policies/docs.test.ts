import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { rulePage } from "../../policies/docs/rule-page.ts";
import { rules } from "../../policies/registry.ts";

describe("docs/policies.md", () => {
  it("is what policies/docs/generate.ts makes of the registry", () => {
    const page = readFileSync(join(import.meta.dirname, "../../docs/policies.md"), "utf8");
    assert.equal(page, rulePage(rules), "run: npm run docs");
  });

  it("documents every rule", () => {
    const page = rulePage(rules);
    for (const { id, remediation } of rules) {
      assert.ok(page.includes(`### ${id}\n`), id);
      assert.ok(page.includes(remediation), id);
    }
  });
});
