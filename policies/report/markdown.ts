import type { Counts, EntrySummary, ResourceSummary, Summary } from "./summary.ts";

/** Comments of a pull request are cut at 65,536 characters; what is shown of each list stays well below. */
const mostResources = 40;

/** A run as Markdown, for a comment on a pull request: what must change first, each resource with its remedies. */
export function markdown(summary: Summary): string {
  const failing = summary.resources.filter(({ entries }) => entries.some(stops));
  const advised = summary.resources.filter(({ entries }) => entries.some(advises));
  return [
    `## Policies: ${verdict(summary.counts)}`,
    "",
    `Stack \`${summary.stack}\`, ${summary.pack.displayName} ${summary.pack.version}: ${summary.counts.judged} resources judged, ${summary.counts.passed} checks passed.`,
    "",
    ...section("Must change", failing, stops),
    ...section("Advice", advised, advises),
    ...exemptions(summary),
  ].join("\n");
}

function verdict({ mandatory, advisory, undecided }: Counts): string {
  const parts = [
    mandatory === 0 ? "nothing must change" : `${mandatory} ${mandatory === 1 ? "violation" : "violations"}`,
    ...(advisory > 0 ? [`${advisory} advised`] : []),
    ...(undecided > 0 ? [`${undecided} undecided`] : []),
  ];
  return parts.join(", ");
}

function stops({ outcome, level }: EntrySummary): boolean {
  return outcome !== "exempt" && level === "mandatory";
}

function advises({ outcome, level }: EntrySummary): boolean {
  return outcome !== "exempt" && level === "advisory";
}

function section(
  title: string,
  resources: readonly ResourceSummary[],
  wanted: (entry: EntrySummary) => boolean,
): readonly string[] {
  if (resources.length === 0) return [];
  const rest = resources.length - mostResources;
  return [
    `### ${title}`,
    "",
    ...resources
      .slice(0, mostResources)
      .flatMap(({ type, name, urn, entries }) => [
        urn === "" ? "**The stack**" : `**${plain(name)}** \`${type}\``,
        "",
        ...entries
          .filter(wanted)
          .flatMap(({ rule, severity, remedy, found }) => [
            `- ${plain(remedy)}`,
            `  <br><sub>${severity} · \`${rule}\` · ${found.map(plain).join(" ")}</sub>`,
          ]),
        "",
      ]),
    ...(rest > 0 ? [`And ${rest} more resources.`, ""] : []),
  ];
}

function exemptions({ exemptions: all }: Summary): readonly string[] {
  if (all.length === 0) return [];
  return [
    "### Exemptions",
    "",
    "| rule | resource | owner | until | state | reason |",
    "|---|---|---|---|---|---|",
    ...all.map(
      ({ rule, resource, owner, expires, state, reason }) =>
        `| \`${rule}\` | \`${resource.replaceAll("|", "\\|")}\` | ${cell(owner)} | ${expires} | ${state} | ${cell(reason)} |`,
    ),
    "",
  ];
}

function cell(text: string): string {
  return plain(text).replaceAll("|", "\\|");
}

/** Text that Markdown and HTML leave as it is. */
function plain(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(/([\\`*_[\]])/g, "\\$1")
    .replaceAll("\n", " ");
}
