import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, it } from "mocha";
import { rules } from "../../policies/registry.ts";
import { referenceNames } from "../../policies/references.ts";
import { allCases } from "./cases/index.ts";

const ruleFolder = join(import.meta.dirname, "../../policies/rules");
const ruleFiles = readdirSync(ruleFolder, { recursive: true, encoding: "utf8" }).filter(
  (file) => file.endsWith(".ts") && basename(file) !== "index.ts",
);

describe("registry", () => {
  it("lists every rule file, and nothing else", () => {
    assert.deepEqual(rules.map(({ id }) => id).sort(), ruleFiles.map((file) => basename(file, ".ts")).sort());
  });

  it("has each id once, in kebab-case", () => {
    assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length);
    for (const { id } of rules) assert.match(id, /^[a-z0-9]+(-[a-z0-9]+)+$/);
  });

  it("has cases for every rule, and no others", () => {
    // It judges the exemptions instead of resources: exemptions.test.ts.
    const judged = rules.map(({ id }) => id).filter((id) => id !== "exemptions-in-force");
    assert.deepEqual(Object.keys(allCases).sort(), judged.sort());
  });

  it("has rules that have been seen to pass and to fail", () => {
    for (const [id, { compliant, violating, unknown, readsNoValue }] of Object.entries(allCases)) {
      assert.ok(violating.length > 0, `${id} has no violating case`);
      if (id === "k8s-no-helm-release") continue; // Forbids a kind as a whole.
      assert.ok(compliant.length > 0, `${id} has no compliant case`);
      assert.ok(unknown.length > 0 || readsNoValue, `${id} has no case with an unknown value`);
    }
  });

  it("has at least two mandatory rules for each folder", () => {
    const services = new Set(ruleFiles.map(dirname));
    services.delete("exemptions");
    for (const service of services) {
      const ids = new Set(
        ruleFiles.filter((file) => dirname(file) === service).map((file) => basename(file, ".ts")),
      );
      const mandatory = rules.filter(({ id, enforcement }) => ids.has(id) && enforcement === "mandatory");
      assert.ok(mandatory.length >= 2, `${service} has ${mandatory.length} mandatory rules`);
    }
  });

  it("has rules that say what they demand, why, and what to write instead", () => {
    for (const { id, title, description, remediation, appliesTo, references } of rules) {
      assert.match(title, /^[A-Z].*[^.]$/, `${id}: the title is a sentence without a full stop`);
      assert.match(description, /^\S.*\.$/, `${id}: the description ends with a full stop`);
      assert.match(remediation, /^[A-Z].*\.$/, `${id}: the remediation is a sentence`);
      assert.ok(appliesTo.length > 0, `${id} applies to nothing`);
      assert.ok(references.docs.length > 0, `${id} rests on no page`);
      for (const page of references.docs) assert.equal(new URL(page).protocol, "https:");
    }
  });

  it("refers to each catalogue id once", () => {
    const seen = new Map<string, string>();
    for (const { id, references } of rules) {
      assert.ok(references.catalogue.length > 0, `${id} has no catalogue id`);
      for (const entry of references.catalogue) {
        assert.match(entry, /^[A-Z0-9]+-\d{2}$/);
        assert.equal(seen.get(entry), undefined, `${entry} is claimed by ${seen.get(entry)} and ${id}`);
        seen.set(entry, id);
      }
      for (const kind of Object.keys(references)) assert.ok(kind === "docs" || kind in referenceNames);
    }
  });
});
