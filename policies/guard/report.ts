import type { UndecidedRule, Violation } from "./verdict.ts";

/** The guard's report of violations: grouped by resource, each with rule, title, what was found, and the remedy. */
export function describeViolations(violations: readonly Violation[]): string {
  const groups = new Map<string, Violation[]>();
  for (const violation of violations) {
    const resource = `${violation.resource.type} ${JSON.stringify(violation.resource.name)}`;
    groups.set(resource, [...(groups.get(resource) ?? []), violation]);
  }
  return [...groups]
    .map(([resource, ofResource]) =>
      [`${resource} violates ${policies(ofResource.length)}:`, ...ofResource.map(describe)].join("\n"),
    )
    .join("\n");
}

/** What the guard says of rules that it could not decide: how many, and which values they wait for. */
export function describeUndecided(undecided: readonly UndecidedRule[]): string {
  const lines = undecided.map(({ rule, resource, path }) =>
    resource === undefined
      ? `  ${rule.id}: ${path}`
      : `  ${rule.id}: ${path} of ${resource.type} ${JSON.stringify(resource.name)}`,
  );
  return [
    `${policies(undecided.length)} could not be decided at preview, because a value is not known before the update:`,
    ...lines,
  ].join("\n");
}

function describe({ rule, message }: Violation): string {
  const lines = [
    `[${rule.severity}] ${rule.id}: ${rule.title}.`,
    ...message.split("\n").map((line) => `  ${line}`),
  ];
  return lines.map((line) => `  ${line}`).join("\n");
}

function policies(count: number): string {
  return count === 1 ? "1 mandatory policy" : `${count} mandatory policies`;
}
