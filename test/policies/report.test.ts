import assert from "node:assert/strict";
import { describe, it } from "mocha";
import * as z from "zod";
import { html } from "../../policies/report/html.ts";
import { junit } from "../../policies/report/junit.ts";
import { markdown } from "../../policies/report/markdown.ts";
import { sarif } from "../../policies/report/sarif.ts";
import { exampleSummary, oddName, urn } from "./report-fixture.ts";

const summary = exampleSummary();

describe("the summary of a run", () => {
  it("counts what was found, what passed and what could not be decided", () => {
    assert.deepEqual(summary.counts, {
      judged: 4,
      passed: 2,
      mandatory: 1,
      advisory: 1,
      undecided: 2,
      exempt: 1,
    });
  });

  it("lists resources with what was found, and the rules that were asked", () => {
    assert.deepEqual(
      summary.resources.map((resource) => [resource.name, resource.entries.length]),
      [
        [oddName, 2],
        ["new", 1],
        ["old", 1],
        ["", 1],
      ],
    );
    assert.deepEqual(
      summary.rules.map(({ id }) => id),
      ["storage-minimum-tls", "storage-https-only", "sql-auditing"],
    );
  });

  it("says what became of every exemption", () => {
    assert.deepEqual(
      summary.exemptions.map(({ resource, state, used }) => [resource, state, used.length]),
      [
        [urn("old"), "in force", 1],
        [urn("gone"), "not needed", 0],
        [urn("older"), "expired", 0],
      ],
    );
  });

  it("counts by the controls of each framework", () => {
    assert.deepEqual(summary.frameworks, [
      { framework: "CIS AKS 1.8", control: "1.1", rules: 1, violated: 0 },
      { framework: "CIS Azure Foundations 6.0", control: "9.3.6", rules: 2, violated: 2 },
      { framework: "NIST SP 800-53", control: "SC-8", rules: 2, violated: 2 },
    ]);
  });
});

describe("the SARIF report", () => {
  const log = z
    .strictObject({
      $schema: z.url(),
      version: z.literal("2.1.0"),
      runs: z.tuple([
        z.strictObject({
          columnKind: z.enum(["utf16CodeUnits", "unicodeCodePoints"]),
          tool: z.strictObject({
            driver: z.strictObject({
              name: z.string(),
              semanticVersion: z.string(),
              fullName: z.string(),
              rules: z.array(z.looseObject({ id: z.string(), helpUri: z.url() })),
            }),
          }),
          results: z.array(
            z.strictObject({
              ruleId: z.string(),
              ruleIndex: z.int().nonnegative(),
              level: z.enum(["none", "note", "warning", "error"]),
              message: z.strictObject({ text: z.string().min(1) }),
              locations: z.array(z.looseObject({ logicalLocations: z.array(z.unknown()).min(1) })).length(1),
              partialFingerprints: z.record(z.string(), z.string()),
              suppressions: z
                .array(
                  z.strictObject({
                    kind: z.enum(["inSource", "external"]),
                    status: z.enum(["accepted", "underReview", "rejected"]),
                  }),
                )
                .optional(),
            }),
          ),
        }),
      ]),
    })
    .parse(JSON.parse(sarif(summary)));
  const [{ results, tool }] = log.runs;

  it("has a result for every finding, with its rule", () => {
    assert.deepEqual(
      results.map(({ ruleId, level, suppressions }) => [ruleId, level, suppressions?.length ?? 0]),
      [
        ["storage-minimum-tls", "error", 0],
        ["storage-https-only", "warning", 0],
        ["storage-minimum-tls", "note", 0],
        ["storage-https-only", "error", 1],
        ["sql-auditing", "note", 0],
      ],
    );
    for (const { ruleId, ruleIndex } of results) assert.equal(tool.driver.rules[ruleIndex]?.id, ruleId);
  });

  it("gives each result a fingerprint of its own, so that it is known again in the next run", () => {
    const prints = results.map(({ partialFingerprints }) => JSON.stringify(partialFingerprints));
    assert.equal(new Set(prints).size, results.length);
  });
});

describe("the JUnit report", () => {
  const xml = junit(summary);

  it("is well formed", () => {
    const open: string[] = [];
    const tags = xml
      .replace(/^<\?xml[^?]*\?>/, "")
      .matchAll(/<(\/?)([a-z]+)((?: [a-z]+="[^"<]*")*)(\/?)>|[<>]/g);
    for (const [tag, closing, name = "", , empty] of tags) {
      assert.notEqual(name, "", `a stray ${tag}`);
      if (closing === "/") assert.equal(open.pop(), name);
      else if (empty === "") open.push(name);
    }
    assert.deepEqual(open, []);
    assert.doesNotMatch(xml, /&(?!amp;|lt;|gt;|quot;|#39;)/);
  });

  it("fails what must change, skips what is only undecided or advised, and counts them", () => {
    assert.match(xml, /<testsuites [^>]*tests="3" failures="1" errors="0" skipped="1"/);
    assert.match(xml, /<testcase [^>]*name="storage-minimum-tls: [^>]*>\s*<failure type="high"/);
    assert.match(xml, /<testcase [^>]*name="sql-auditing: [^>]*>\s*<skipped message="undecided"/);
  });
});

describe("the Markdown report", () => {
  const text = markdown(summary);

  it("says first what must change, and how", () => {
    assert.match(text, /^## Policies: 1 violation, 1 advised, 2 undecided\n/);
    assert.ok(text.indexOf("### Must change") < text.indexOf("### Advice"));
    assert.ok(text.indexOf("Set \\`tls\\`") < text.indexOf("storage-minimum-tls"), "the remedy first");
  });

  it("lets no name make Markdown or HTML of its own", () => {
    assert.doesNotMatch(text, /<img/);
    assert.match(text, /\| An old \\\| device \|/);
  });

  it("stays short enough for a comment", () => {
    const resource = summary.resources[0];
    assert.ok(resource);
    const many = { ...summary, resources: Array.from({ length: 5000 }, () => resource) };
    assert.ok(markdown(many).length < 65_536);
    assert.match(markdown(many), /And 4960 more resources\./);
  });
});

describe("the HTML report", () => {
  const page = html(summary);

  it("needs nothing besides itself", () => {
    assert.doesNotMatch(page, /<(?:link|iframe|object|embed)\b|\bsrc\s*=\s*["']?https?:|@import|url\(/);
    assert.match(page, /default-src 'none'/);
  });

  it("lets no name become markup", () => {
    assert.doesNotMatch(page, /<img/);
    assert.match(page, /a&lt;img src=x/);
  });
});
