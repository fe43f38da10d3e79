/** Where else a rule is found: the ids it has in other tools and benchmarks, and the documentation behind it. */
export interface References {
  /** Ids in this project's own catalogue of rules: `AKS-04`, `X-21`. */
  readonly catalogue: readonly string[];
  readonly checkov?: readonly string[];
  /** PSRule for Azure, without the leading `Azure.`. */
  readonly psrule?: readonly string[];
  /** First eight hexadecimal digits of the built-in definition's GUID. */
  readonly azurePolicy?: readonly string[];
  /** CIS benchmarks: `AKS 5.4.2` (AKS 1.8), `Found6 7.1` (Azure Foundations 6.0), `Found3 5.1.2` (3.0). */
  readonly cis?: readonly string[];
  readonly trivy?: readonly string[];
  readonly prowler?: readonly string[];
  readonly kics?: readonly string[];
  /** Pod Security Standards checks, with the profile that demands them: `privileged (baseline)`. */
  readonly podSecurity?: readonly string[];
  /** NIST SP 800-53 revision 5 controls that the rule helps to meet: `AC-3`, `SC-8(1)`. */
  readonly nist?: readonly string[];
  /** Pulumi's own packs. */
  readonly pulumi?: readonly string[];
  /** Pages that state the property, its default or the limit. */
  readonly docs: readonly string[];
}

/** The names of the reference kinds, in the order in which the documentation lists them. */
export const referenceNames = {
  catalogue: "Catalogue",
  checkov: "Checkov",
  psrule: "PSRule",
  azurePolicy: "Azure Policy",
  cis: "CIS",
  trivy: "Trivy",
  prowler: "Prowler",
  kics: "KICS",
  podSecurity: "Pod Security Standards",
  nist: "NIST 800-53",
  pulumi: "Pulumi",
} as const satisfies Record<Exclude<keyof References, "docs">, string>;
