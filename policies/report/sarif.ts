import type { EntrySummary, Summary } from "./summary.ts";

/** Where code-scanning pages show what is not in a file: the program's project file. */
const place = { uri: "Pulumi.yaml", uriBaseId: "%SRCROOT%" } as const;

const levels: Readonly<Record<string, string>> = { mandatory: "error", advisory: "warning" };
/** Scores that code-scanning pages turn into the same words again. */
const scores: Readonly<Record<string, string>> = { critical: "9.5", high: "8.0", medium: "5.5", low: "3.0" };

/** A run as SARIF 2.1.0, for code scanning. */
export function sarif(summary: Summary): string {
  const found = summary.rules.filter(({ violated, undecided, exempt }) => violated + undecided + exempt > 0);
  const indexOf = new Map(found.map(({ id }, index) => [id, index]));
  const results = summary.resources.flatMap(({ urn, type, name, entries }) =>
    entries.map((entry) => ({
      ruleId: entry.rule,
      ruleIndex: indexOf.get(entry.rule) ?? -1,
      level: entry.outcome === "undecided" ? "note" : (levels[entry.level] ?? "note"),
      message: { text: text(entry, urn === "" ? "the stack" : `${type} "${name}"`) },
      locations: [
        {
          physicalLocation: { artifactLocation: place },
          logicalLocations: [
            { name: urn === "" ? summary.stack : name, fullyQualifiedName: urn || summary.stack },
          ],
        },
      ],
      partialFingerprints: { "policyAndResource/v1": `${entry.rule}|${urn}|${entry.outcome}` },
      ...(entry.outcome === "exempt" && { suppressions: [{ kind: "external", status: "accepted" }] }),
    })),
  );
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: summary.pack.name,
            semanticVersion: summary.pack.version,
            fullName: `${summary.pack.displayName} ${summary.pack.version}`,
            rules: found.map(({ id, title, description, remedy, page, severity, service }) => ({
              id,
              name: id,
              shortDescription: { text: `${title}.` },
              fullDescription: { text: description },
              help: { text: remedy, markdown: remedy },
              ...(page !== "" && { helpUri: page }),
              properties: {
                tags: ["security", service],
                "security-severity": scores[severity] ?? "0.0",
                "problem.severity": severity,
              },
            })),
          },
        },
        columnKind: "utf16CodeUnits",
        results,
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function text({ title, found, remedy }: EntrySummary, resource: string): string {
  return [`${title}: not so for ${resource}.`, ...found, `Remedy: ${remedy}`].join("\n");
}
