import type { EnforcementLevel, Rule } from "./rule.ts";

/** A choice among the rules: which of them are on, and how hard. */
export interface PackDefinition {
  readonly title: string;
  readonly description: string;
  /** The level of a rule in this pack, as long as nobody configures another. */
  readonly level: (rule: Rule) => EnforcementLevel;
}

/** The packs, by the name under which a policy file chooses one. */
export const packs = {
  baseline: {
    title: "Baseline",
    description: "Every rule at the level that its author gave it. The default.",
    level: ({ enforcement }) => enforcement,
  },
  "cis-azure": {
    title: "CIS Microsoft Azure Foundations",
    description:
      "The rules behind recommendations of the CIS Azure Foundations benchmarks 6.0 and 3.0, all mandatory.",
    level: only(({ references }) => references.cis?.some((id) => id.startsWith("Found")) ?? false),
  },
  "cis-aks": {
    title: "CIS Azure Kubernetes Service",
    description: "The rules behind recommendations of the CIS AKS benchmark 1.8, all mandatory.",
    level: only(({ references }) => references.cis?.some((id) => id.startsWith("AKS ")) ?? false),
  },
  "pod-security-restricted": {
    title: "Pod Security Standards, restricted",
    description: "The rules behind the baseline and restricted profiles of Kubernetes, all mandatory.",
    level: only(({ references }) => (references.podSecurity?.length ?? 0) > 0),
  },
  "nist-800-53": {
    title: "NIST SP 800-53 revision 5",
    description: "The rules that help to meet a control of NIST SP 800-53, all mandatory.",
    level: only(({ references }) => (references.nist?.length ?? 0) > 0),
  },
  all: {
    title: "All",
    description:
      "Every rule, mandatory, those included that are a matter of taste or cost. For finding out, not for every day.",
    level: () => "mandatory",
  },
} as const satisfies Record<string, PackDefinition>;

export type PackName = keyof typeof packs;

export const defaultPack: PackName = "baseline";

export function isPackName(name: string): name is PackName {
  return Object.hasOwn(packs, name);
}

function only(belongs: (rule: Rule) => boolean): (rule: Rule) => EnforcementLevel {
  return (rule) => (belongs(rule) ? "mandatory" : "disabled");
}
