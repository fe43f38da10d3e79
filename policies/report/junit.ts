import { escapeMarkup } from "./markup.ts";
import type { EntrySummary, RuleSummary, Summary } from "./summary.ts";

/** A run as JUnit XML: a suite for each service, a case for each rule that was asked. */
export function junit(summary: Summary): string {
  const services = [...new Set(summary.rules.map(({ service }) => service))];
  const suites = services.map((service) => {
    const rules = summary.rules.filter((rule) => rule.service === service);
    const cases = rules.map((rule) => testCase(rule, found(summary, rule)));
    const failures = cases.filter(({ failed }) => failed).length;
    const skipped = cases.filter(({ skipped: left }) => left).length;
    return {
      failures,
      skipped,
      tests: cases.length,
      xml: [
        `  <testsuite name="${escapeMarkup(service)}" tests="${cases.length}" failures="${failures}" errors="0" skipped="${skipped}">`,
        ...cases.map(({ xml }) => xml),
        "  </testsuite>",
      ].join("\n"),
    };
  });
  const sum = (key: "tests" | "failures" | "skipped") =>
    suites.reduce((total, suite) => total + suite[key], 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${escapeMarkup(`${summary.pack.displayName}, stack ${summary.stack}`)}" tests="${sum("tests")}" failures="${sum("failures")}" errors="0" skipped="${sum("skipped")}">`,
    ...suites.map(({ xml }) => xml),
    "</testsuites>",
    "",
  ].join("\n");
}

interface Found extends EntrySummary {
  readonly resource: string;
}

function found(summary: Summary, rule: RuleSummary): readonly Found[] {
  return summary.resources.flatMap(({ urn, entries }) =>
    entries
      .filter((entry) => entry.rule === rule.id)
      .map((entry) => ({ ...entry, resource: urn === "" ? "the stack" : urn })),
  );
}

function testCase(rule: RuleSummary, entries: readonly Found[]) {
  const counts = entries.filter(({ outcome, level }) => outcome !== "exempt" && level === "mandatory");
  const others = entries.filter((entry) => !counts.includes(entry));
  const open = `    <testcase classname="${escapeMarkup(rule.service)}" name="${escapeMarkup(`${rule.id}: ${rule.title}`)}"`;
  if (counts.length > 0) {
    const body = counts.map(({ resource, found: lines }) => [resource, ...lines].join("\n")).join("\n\n");
    const xml = [
      `${open}>`,
      `      <failure type="${rule.severity}" message="${escapeMarkup(rule.title)}">${escapeMarkup(`${body}\n\nRemedy: ${rule.remedy}`)}</failure>`,
      "    </testcase>",
    ].join("\n");
    return { xml, failed: true, skipped: false };
  }
  if (others.length > 0 && rule.passed === 0) {
    const outcomes = [
      ...new Set(others.map(({ outcome, level }) => (outcome === "violated" ? level : outcome))),
    ];
    const xml = `${open}>\n      <skipped message="${escapeMarkup(outcomes.join(", "))}"/>\n    </testcase>`;
    return { xml, failed: false, skipped: true };
  }
  return { xml: `${open}/>`, failed: false, skipped: false };
}
