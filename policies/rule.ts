import type { Finding } from "./finding.ts";
import type { Parameters, ParameterValues } from "./parameters.ts";
import type { Scalar } from "./property.ts";
import type { References } from "./references.ts";
import type { ResourceView, StackView } from "./view.ts";
import type { TypePattern } from "./resource-type.ts";

/** How much harm a violation does, in the engine's own words. */
export type Severity = "low" | "medium" | "high" | "critical";

/** What a violation does, unless the pack's configuration says otherwise: `mandatory` stops the preview. */
export type EnforcementLevel = "mandatory" | "advisory" | "disabled";

/**
 * What it means that a rule needs a value which is not known at preview: `advise` is the engine's own behaviour, an
 * advisory that the rule could not run; `violate` makes it a violation at the rule's own level. In an update all values
 * are known, so that the rule is decided before the resource is created, either way.
 */
export type OnUnknown = "advise" | "violate";

/** What every rule says about itself, whatever it looks at. */
export interface RuleDescription {
  /** Unique in the pack; kebab-case; the name of the rule's file. It begins with the service: `aks-…`. */
  readonly id: string;
  /** The state that the rule demands, as a short sentence without a full stop: "AKS local accounts are disabled". */
  readonly title: string;
  readonly severity: Severity;
  /** Why it matters, in one or two sentences. */
  readonly description: string;
  /** What to write instead, in terms of the resource's own properties. */
  readonly remediation: string;
  /** The same rule elsewhere, and the pages it rests on. */
  readonly references: References;
  /** Default: `mandatory`. */
  readonly enforcement: EnforcementLevel;
  /** Default: `advise`. */
  readonly onUnknown: OnUnknown;
  /** What a user may set besides level and meaning of unknown values. Default: nothing. */
  readonly parameters?: Parameters;
}

/** A rule that one resource's inputs decide, so that a violation stops that resource before it is created. */
export interface ResourceRule extends RuleDescription {
  readonly scope: "resource";
  readonly appliesTo: readonly TypePattern[];
  /** Yields what breaks the rule. Only an unknown value may make it throw. */
  readonly check: (resource: ResourceView, parameters: ParameterValues) => Iterable<Finding>;
  /**
   * What makes a violating resource comply, where that is safe: values by the path of the property, `a.b.c`. Done only when the rule's
   * level is set to `remediate`, and only where the rule finds something. Default: nothing can be repaired.
   */
  readonly repairs?: Readonly<Record<string, Scalar>>;
}

/** A rule that several resources decide together, evaluated when all of them are known to the engine. */
export interface StackRule extends RuleDescription {
  readonly scope: "stack";
  /** The types of the resources that it judges. */
  readonly appliesTo: readonly TypePattern[];
  /** The other types that it looks at to judge them. */
  readonly reads: readonly TypePattern[];
  /** Yields what breaks the rule; every finding names its resource. Only an unknown value may make it throw. */
  readonly check: (stack: StackView, parameters: ParameterValues) => Iterable<Finding>;
}

/** Any rule of a pack. */
export type Rule = ResourceRule | StackRule;

type Defaults = "enforcement" | "onUnknown" | "scope";

/** A rule as its file writes it: what has a default may be left out. */
export type RuleSource<R extends Rule> = Omit<R, Defaults> & Partial<Pick<R, "enforcement" | "onUnknown">>;

/** Declares a rule about one resource. */
export function resourceRule(source: RuleSource<ResourceRule>): ResourceRule {
  return { enforcement: "mandatory", onUnknown: "advise", ...source, scope: "resource" };
}

/** Declares a rule about the stack as a whole. */
export function stackRule(source: RuleSource<StackRule>): StackRule {
  return { enforcement: "mandatory", onUnknown: "advise", ...source, scope: "stack" };
}
