import type { Pack } from "../pack.ts";
import { serviceOf, services } from "../services.ts";
import type { Entry, RunRecord } from "./record.ts";

/** A run in the shape in which every report tells it: plain data, in a fixed order. */
export interface Summary {
  readonly pack: { readonly name: string; readonly version: string; readonly displayName: string };
  readonly stack: string;
  readonly counts: Counts;
  readonly resources: readonly ResourceSummary[];
  readonly rules: readonly RuleSummary[];
  readonly frameworks: readonly FrameworkSummary[];
  readonly exemptions: readonly ExemptionSummary[];
}

export interface Counts {
  readonly judged: number;
  readonly passed: number;
  readonly mandatory: number;
  readonly advisory: number;
  readonly undecided: number;
  readonly exempt: number;
}

/** What was found on one resource; the stack as a whole has no URN. */
export interface ResourceSummary {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly entries: readonly EntrySummary[];
}

export interface EntrySummary {
  readonly rule: string;
  readonly title: string;
  readonly severity: string;
  readonly level: string;
  readonly outcome: string;
  /** What was found, a line each. */
  readonly found: readonly string[];
  readonly remedy: string;
}

/** A rule that was asked, or found something. */
export interface RuleSummary {
  readonly id: string;
  readonly title: string;
  readonly service: string;
  readonly severity: string;
  readonly page: string;
  readonly remedy: string;
  readonly description: string;
  readonly passed: number;
  readonly violated: number;
  readonly undecided: number;
  readonly exempt: number;
}

/** A benchmark's recommendation, and what became of the rules behind it. */
export interface FrameworkSummary {
  readonly framework: string;
  readonly control: string;
  readonly rules: number;
  readonly violated: number;
}

export interface ExemptionSummary {
  readonly rule: string;
  readonly resource: string;
  readonly owner: string;
  readonly reason: string;
  readonly expires: string;
  readonly state: "in force" | "expired" | "not needed";
  readonly used: readonly string[];
}

/** Sums up what the rules said. */
export function summarize(pack: Pack, record: RunRecord): Summary {
  const { entries, passes } = record;
  const count = (test: (entry: Entry) => boolean) => entries.filter(test).length;
  const passed = [...passes.values()].reduce((sum, number) => sum + number, 0);
  const asked = pack.rules.filter(({ id }) => passes.has(id) || entries.some(({ rule }) => rule.id === id));
  const rules = asked.map((rule) => {
    const ofRule = (outcome: Entry["outcome"]) =>
      count((entry) => entry.rule.id === rule.id && entry.outcome === outcome);
    return {
      id: rule.id,
      title: rule.title,
      service: services[serviceOf(rule.id)] ?? serviceOf(rule.id),
      severity: rule.severity,
      page: rule.references.docs[0] ?? "",
      remedy: rule.remediation,
      description: rule.description,
      passed: passes.get(rule.id) ?? 0,
      violated: ofRule("violated"),
      undecided: ofRule("undecided"),
      exempt: ofRule("exempt"),
    };
  });
  return {
    pack: { name: pack.name, version: pack.version, displayName: pack.displayName },
    stack: record.stack,
    counts: {
      judged: record.judged.size,
      passed,
      mandatory: count(({ outcome, level }) => outcome === "violated" && level === "mandatory"),
      advisory: count(({ outcome, level }) => outcome === "violated" && level === "advisory"),
      undecided: count(({ outcome }) => outcome === "undecided"),
      exempt: count(({ outcome }) => outcome === "exempt"),
    },
    resources: byUrn(entries),
    rules,
    frameworks: frameworks(asked, entries),
    exemptions: record.exemptions.map(({ exemption, expired, resources }) => ({
      ...exemption,
      state: expired ? "expired" : resources.length === 0 ? "not needed" : "in force",
      used: resources,
    })),
  };
}

function byUrn(entries: readonly Entry[]): readonly ResourceSummary[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) groups.set(entry.urn ?? "", [...(groups.get(entry.urn ?? "") ?? []), entry]);
  return [...groups].map(([urn, ofResource]) => {
    const [, , qualifiedType = "", ...name] = urn.split("::");
    return {
      urn,
      type: urn === "" ? "pulumi:pulumi:Stack" : (qualifiedType.split("$").at(-1) ?? ""),
      name: name.join("::"),
      entries: ofResource.map(entrySummary),
    };
  });
}

function entrySummary({ rule, outcome, level, message }: Entry): EntrySummary {
  return {
    rule: rule.id,
    title: rule.title,
    severity: rule.severity,
    level,
    outcome,
    found: message.split("\n").filter((line) => line !== "" && !line.startsWith("Remedy: ")),
    remedy: rule.remediation,
  };
}

function frameworks(asked: Pack["rules"], entries: readonly Entry[]): readonly FrameworkSummary[] {
  const controls = new Map<string, { framework: string; control: string; rules: Set<string> }>();
  const add = (framework: string, control: string, rule: string) => {
    const key = `${framework} ${control}`;
    const known = controls.get(key) ?? { framework, control, rules: new Set<string>() };
    known.rules.add(rule);
    controls.set(key, known);
  };
  for (const { id, references } of asked) {
    for (const reference of references.cis ?? []) {
      const [benchmark = "", control = ""] = reference.split(" ");
      add(benchmarks[benchmark] ?? benchmark, control, id);
    }
    for (const control of references.nist ?? []) add("NIST SP 800-53", control, id);
    for (const control of references.podSecurity ?? []) add("Pod Security Standards", control, id);
  }
  const violated = new Set(
    entries.filter(({ outcome }) => outcome === "violated").map(({ rule }) => rule.id),
  );
  return [...controls.values()]
    .map(({ framework, control, rules }) => ({
      framework,
      control,
      rules: rules.size,
      violated: [...rules].filter((rule) => violated.has(rule)).length,
    }))
    .sort(
      (a, b) =>
        a.framework.localeCompare(b.framework) ||
        a.control.localeCompare(b.control, undefined, { numeric: true }),
    );
}

const benchmarks: Readonly<Record<string, string>> = {
  AKS: "CIS AKS 1.8",
  Found6: "CIS Azure Foundations 6.0",
  Found3: "CIS Azure Foundations 3.0",
};
