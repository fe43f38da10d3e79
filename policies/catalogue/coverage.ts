import type { Rule } from "../rule.ts";
import { isKnownTo, tools } from "./catalogue.ts";
import type { CatalogueEntry, Tool } from "./catalogue.ts";

/** How much of the catalogue somebody has. */
export interface Coverage {
  /** All entries. */
  readonly union: number;
  /** Those that a plan can decide. */
  readonly decidable: number;
  /** Those for which the pack has a rule. */
  readonly ours: number;
  /** Those that each tool has, and how many of them the pack has too. */
  readonly byTool: Readonly<Record<Tool, ToolCoverage>>;
}

export interface ToolCoverage {
  readonly theirs: number;
  readonly decidable: number;
  readonly ours: number;
}

const toolNames: readonly Tool[] = [
  "checkov",
  "psrule",
  "podSecurity",
  "azurePolicy",
  "cis",
  "trivy",
  "prowler",
  "kics",
  "pulumi",
];

/** The rule of each catalogue id. */
export function rulesByEntry(rules: readonly Rule[]): ReadonlyMap<string, Rule> {
  return new Map(rules.flatMap((rule) => rule.references.catalogue.map((id) => [id, rule])));
}

/** Counts who has what among these entries. */
export function coverage(entries: readonly CatalogueEntry[], ours: ReadonlyMap<string, Rule>): Coverage {
  const ofTool = (tool: Tool): ToolCoverage => {
    const theirs = entries.filter((entry) => isKnownTo(tool, entry));
    return {
      theirs: theirs.length,
      decidable: theirs.filter(isDecidable).length,
      ours: theirs.filter(({ id }) => ours.has(id)).length,
    };
  };
  return {
    union: entries.length,
    decidable: entries.filter(isDecidable).length,
    ours: entries.filter(({ id }) => ours.has(id)).length,
    byTool: {
      checkov: ofTool("checkov"),
      psrule: ofTool("psrule"),
      podSecurity: ofTool("podSecurity"),
      azurePolicy: ofTool("azurePolicy"),
      cis: ofTool("cis"),
      trivy: ofTool("trivy"),
      prowler: ofTool("prowler"),
      kics: ofTool("kics"),
      pulumi: ofTool("pulumi"),
    },
  };
}

/** The tools with their names, in the order of the pages. */
export const orderedTools: readonly (readonly [Tool, string])[] = toolNames.map((tool) => [
  tool,
  tools[tool],
]);

function isDecidable({ mode }: CatalogueEntry): boolean {
  return mode !== "runtime";
}
