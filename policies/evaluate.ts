import type { Finding } from "./finding.ts";
import { ParameterValues } from "./parameters.ts";
import { matchesType } from "./resource-type.ts";
import type { ResourceRule, StackRule } from "./rule.ts";
import { UnknownValueError } from "./unknown.ts";
import type { ResourceView, StackView } from "./view.ts";

/** What became of one rule on one resource, or on the stack. */
export interface Evaluation {
  /** Everything found before the check ended, or before it met an unknown value. */
  readonly findings: readonly Finding[];
  /** Set when the check could not be completed: the first unknown value that it needed. */
  readonly undecided?: UnknownValueError;
}

/** Whether a rule has anything to say about a resource. */
export function applies(rule: ResourceRule, resource: ResourceView): boolean {
  return rule.appliesTo.some((pattern) => matchesType(pattern, resource.kind));
}

/** Evaluates a rule on a resource of a type that it applies to. */
export function evaluateResource(
  rule: ResourceRule,
  resource: ResourceView,
  parameters = new ParameterValues(rule.parameters),
): Evaluation {
  return collect(() => rule.check(resource, parameters));
}

/** Evaluates a rule on the whole stack. */
export function evaluateStack(
  rule: StackRule,
  stack: StackView,
  parameters = new ParameterValues(rule.parameters),
): Evaluation {
  return collect(() => rule.check(stack, parameters));
}

/**
 * Runs a check on each item, so that an unknown value in one does not hide a violation in the next. The first unknown
 * value is thrown at the end, and so leaves the rule undecided.
 */
export function* each<T>(items: Iterable<T>, check: (item: T) => Iterable<Finding>): Iterable<Finding> {
  let unknown: UnknownValueError | undefined;
  for (const item of items) {
    try {
      yield* check(item);
    } catch (error) {
      if (!(error instanceof UnknownValueError)) throw error;
      unknown ??= error;
    }
  }
  if (unknown !== undefined) throw unknown;
}

function collect(check: () => Iterable<Finding>): Evaluation {
  const findings: Finding[] = [];
  try {
    for (const finding of check()) findings.push(finding);
  } catch (error) {
    if (!(error instanceof UnknownValueError)) throw error;
    return { findings, undecided: error };
  }
  return { findings };
}
