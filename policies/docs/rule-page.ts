import { referenceNames } from "../references.ts";
import type { References } from "../references.ts";
import type { Rule } from "../rule.ts";
import { serviceOf, services } from "../services.ts";

/** The page that documents all rules, in Markdown. */
export function rulePage(rules: readonly Rule[]): string {
  const unknownRule = rules.find(({ id }) => !(serviceOf(id) in services));
  if (unknownRule !== undefined) throw new Error(`no service is known for the rule ${unknownRule.id}`);
  const sections = Object.entries(services)
    .map(([prefix, service]) => {
      const ofService = rules.filter(({ id }) => serviceOf(id) === prefix);
      return { service, rules: ofService };
    })
    .filter((section) => section.rules.length > 0);
  return [
    "# Policy rules",
    "",
    "<!-- Generated from policies/registry.ts by `npm run docs`; edit the rules instead. -->",
    "",
    `${rules.length} rules. A \`mandatory\` rule stops the preview, an \`advisory\` one is reported, a \`disabled\` one waits until the`,
    "pack's configuration turns it on. How to write a rule, try it and set levels: [policies/README.md](../policies/README.md).",
    "",
    ...sections.flatMap(({ service, rules: ofService }) => [
      `## ${service}`,
      "",
      "| rule | demands | severity | level | scope |",
      "|---|---|---|---|---|",
      ...ofService.map(summary),
      "",
      ...ofService.flatMap(details),
    ]),
  ].join("\n");
}

function summary({ id, title, severity, enforcement, scope }: Rule): string {
  return `| [${id}](#${id}) | ${cell(title)} | ${severity} | ${enforcement} | ${scope} |`;
}

function details({ id, title, description, remediation, appliesTo, references }: Rule): readonly string[] {
  return [
    `### ${id}`,
    "",
    `**${title}.** ${description}`,
    "",
    `- Applies to: ${appliesTo.map((type) => `\`${type}\``).join(", ")}`,
    `- Remedy: ${remediation}`,
    ...referenceLines(references),
    ...references.docs.map((page) => `- <${page}>`),
    "",
  ];
}

function referenceLines(references: References): readonly string[] {
  const kinds: readonly [keyof typeof referenceNames, string][] = [
    ["catalogue", referenceNames.catalogue],
    ["checkov", referenceNames.checkov],
    ["psrule", referenceNames.psrule],
    ["azurePolicy", referenceNames.azurePolicy],
    ["cis", referenceNames.cis],
    ["trivy", referenceNames.trivy],
    ["prowler", referenceNames.prowler],
    ["kics", referenceNames.kics],
    ["podSecurity", referenceNames.podSecurity],
    ["nist", referenceNames.nist],
    ["pulumi", referenceNames.pulumi],
  ];
  return kinds.flatMap(([kind, name]) => {
    const ids = references[kind];
    return ids === undefined ? [] : [`- ${name}: ${ids.map((id) => `\`${id}\``).join(", ")}`];
  });
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}
