import type { CatalogueEntry } from "../catalogue/catalogue.ts";
import { coverage, orderedTools, rulesByEntry } from "../catalogue/coverage.ts";
import { keptBySettings } from "../catalogue/settings.ts";
import { undecidable } from "../catalogue/undecidable.ts";
import type { Rule } from "../rule.ts";

/** The page that sets the pack beside the tools whose rules it unites, in Markdown. */
export function coveragePage(catalogue: readonly CatalogueEntry[], rules: readonly Rule[]): string {
  const ours = rulesByEntry(rules);
  const united = catalogue.filter(({ id }) => !id.startsWith("X-"));
  const beyond = catalogue.filter(({ id }) => id.startsWith("X-"));
  const total = coverage(united, ours);
  const services = [...new Set(united.map(({ service }) => service))];
  const missing = catalogue.filter(
    ({ id, mode }) => mode !== "runtime" && !ours.has(id) && !(id in keptBySettings),
  );
  return [
    "# Policies beside other tools",
    "",
    "<!-- Generated from policies/catalogue and policies/registry.ts by `npm run docs`; edit those instead. -->",
    "",
    `The catalogue unites the rules that other tools have for the services of this platform: ${total.union}, of which a Pulumi plan`,
    `can decide ${total.decidable}. The pack has ${total.ours} of these, and ${beyond.filter(({ id }) => ours.has(id) || id in keptBySettings).length} of ${beyond.length} that no tool has. Several entries of the`,
    "catalogue may be one rule of the pack.",
    "",
    "## By tool",
    "",
    "Ids that judge only kinds of resources that Azure has retired do not count. Prowler and Azure Policy judge what runs, or what",
    "reaches Azure, and not a plan; Checkov, Trivy and KICS do not read a Pulumi program in TypeScript.",
    "",
    "| tool | has, of the catalogue | decidable from a plan | the pack has of these |",
    "|---|---|---|---|",
    ...orderedTools.map(([tool, name]) => {
      const { theirs, decidable, ours: shared } = total.byTool[tool];
      return `| ${name} | ${theirs} | ${decidable} | ${shared} |`;
    }),
    `| **this pack** | **${total.ours}** | **${total.decidable}** | **${total.ours}** |`,
    "",
    "## By service",
    "",
    `| service | catalogue | decidable | this pack | ${orderedTools.map(([, name]) => name).join(" | ")} |`,
    `|---|---|---|---|${orderedTools.map(() => "---").join("|")}|`,
    ...services.map((service) => {
      const counts = coverage(
        united.filter((entry) => entry.service === service),
        ours,
      );
      const theirs = orderedTools.map(([tool]) => counts.byTool[tool].theirs).join(" | ");
      return `| ${service} | ${counts.union} | ${counts.decidable} | **${counts.ours}** | ${theirs} |`;
    }),
    "",
    "## What no plan can decide",
    "",
    "| id | rule | why |",
    "|---|---|---|",
    ...catalogue
      .filter(({ mode }) => mode === "runtime")
      .map(({ id, title }) => `| ${id} | ${title} | ${undecidable[id] ?? ""} |`),
    "",
    ...(missing.length === 0
      ? []
      : [
          "## What the pack does not have yet",
          "",
          "| id | rule |",
          "|---|---|",
          ...missing.map(({ id, title }) => `| ${id} | ${title} |`),
          "",
        ]),
    "## Every entry, and its rule",
    "",
    "| id | demands | rule |",
    "|---|---|---|",
    ...catalogue.map(({ id, title }) => {
      const rule = ours.get(id);
      const link = rule === undefined ? (keptBySettings[id] ?? "–") : `[${rule.id}](policies.md#${rule.id})`;
      return `| ${id} | ${title} | ${link} |`;
    }),
    "",
  ].join("\n");
}
