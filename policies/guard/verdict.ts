import { applies, evaluateResource, evaluateStack } from "../evaluate.ts";
import type { Evaluation } from "../evaluate.ts";
import { byResource } from "../finding.ts";
import { propertyPath, undecidedMessage, violationMessage } from "../message.ts";
import { ParameterValues } from "../parameters.ts";
import type { ResourceRule, Rule, StackRule } from "../rule.ts";
import { ExemptionBook } from "../settings/exemption-book.ts";
import { onUnknownUnder } from "../settings/policy-settings.ts";
import type { PolicySettings } from "../settings/policy-settings.ts";
import { stackViewOf } from "../view.ts";
import type { ResourceView } from "../view.ts";

/** One rule that a resource breaks, with the text that the engine's own report would have. */
export interface Violation {
  readonly rule: Rule;
  readonly resource: Pick<ResourceView, "type" | "name">;
  readonly message: string;
}

/** One rule that could not be decided at preview. */
export interface UndecidedRule {
  readonly rule: Rule;
  readonly resource?: Pick<ResourceView, "type" | "name">;
  /** The property that is not known. */
  readonly path: string;
}

/** What the guard's rules say. */
export interface Verdict {
  readonly violations: readonly Violation[];
  readonly undecided: readonly UndecidedRule[];
}

/** What the guard judges by, besides the rules. */
export interface Judging {
  readonly settings: PolicySettings;
  readonly exemptions: ExemptionBook;
}

const noSettings: Judging = { settings: {}, exemptions: new ExemptionBook([], "") };

/** Judges one resource by the rules about resources. */
export function judgeResource(
  rules: readonly ResourceRule[],
  resource: ResourceView,
  judging: Judging = noSettings,
): Verdict {
  return join(
    rules
      .filter((rule) => applies(rule, resource))
      .map((rule) =>
        verdictOf(rule, evaluateResource(rule, resource, valuesOf(rule, judging)), judging, resource),
      ),
  );
}

/** Judges all resources together by the rules about the stack. */
export function judgeStack(
  rules: readonly StackRule[],
  resources: readonly ResourceView[],
  judging: Judging = noSettings,
): Verdict {
  const stack = stackViewOf(resources, judging.exemptions.uses);
  return join(
    rules.map((rule) => verdictOf(rule, evaluateStack(rule, stack, valuesOf(rule, judging)), judging)),
  );
}

function valuesOf(rule: Rule, { settings }: Judging): ParameterValues {
  return new ParameterValues(rule.parameters, settings.parameters?.[rule.id]);
}

function verdictOf(
  rule: Rule,
  { findings, undecided }: Evaluation,
  { settings, exemptions }: Judging,
  resource?: ResourceView,
): Verdict {
  const violations: Violation[] = [];
  for (const [, ofResource] of byResource(findings)) {
    const about = ofResource[0]?.resource ?? resource;
    if (about !== undefined && exemptions.find(rule.id, about.urn) !== undefined) continue;
    violations.push({ rule, resource: about ?? theStack, message: violationMessage(rule, ofResource) });
  }
  if (undecided === undefined) return { violations, undecided: [] };
  if (resource !== undefined && exemptions.find(rule.id, resource.urn) !== undefined) {
    return { violations, undecided: [] };
  }
  if (onUnknownUnder(settings, rule, "mandatory") === "advise") {
    return {
      violations,
      undecided: [{ rule, ...(resource && { resource }), path: propertyPath(undecided) }],
    };
  }
  const message = undecidedMessage(rule, undecided);
  return { violations: [...violations, { rule, resource: resource ?? theStack, message }], undecided: [] };
}

const theStack = { type: "pulumi:pulumi:Stack", name: "" } as const;

function join(verdicts: readonly Verdict[]): Verdict {
  return {
    violations: verdicts.flatMap(({ violations }) => violations),
    undecided: verdicts.flatMap(({ undecided }) => undecided),
  };
}
