import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

/** The tools and standards whose rules the catalogue unites. */
export const tools = {
  checkov: "Checkov",
  psrule: "PSRule for Azure",
  podSecurity: "Pod Security Standards",
  azurePolicy: "Azure Policy",
  cis: "CIS benchmarks",
  trivy: "Trivy",
  prowler: "Prowler",
  kics: "KICS",
  pulumi: "Pulumi's packs",
} as const;

export type Tool = keyof typeof tools;

const ids = z.array(z.string().min(1)).min(1).optional();

const entry = z.strictObject({
  /** `AKS-04`; `X-…` where no tool has the rule. */
  id: z.string().regex(/^[A-Z0-9]+-\d{2}$/),
  service: z.string(),
  title: z.string(),
  /** What decides it: one resource's inputs, several resources, or what only the running service knows. */
  mode: z.enum(["resource", "stack", "runtime"]),
  /** Its ids in other tools. An id in parentheses judges only kinds of resources that Azure has retired. */
  elsewhere: z.strictObject({
    checkov: ids,
    psrule: ids,
    podSecurity: ids,
    azurePolicy: ids,
    cis: ids,
    trivy: ids,
    prowler: ids,
    kics: ids,
    pulumi: ids,
  }),
});

/** A rule that some tool has for the services of this platform, or that none has and should. */
export type CatalogueEntry = z.infer<typeof entry>;

/** The union of what the tools have, in the order of its file. */
export function readCatalogue(): readonly CatalogueEntry[] {
  const file = join(import.meta.dirname, "catalogue.json");
  return z.array(entry).parse(JSON.parse(readFileSync(file, "utf8")));
}

/** Whether a tool has a rule that still judges resources as Azure has them today. */
export function isKnownTo(tool: Tool, { elsewhere }: CatalogueEntry): boolean {
  return elsewhere[tool]?.some((id) => !id.startsWith("(")) ?? false;
}
