import { applies, evaluateResource, evaluateStack } from "../evaluate.ts";
import type { Evaluation } from "../evaluate.ts";
import { byResource } from "../finding.ts";
import { propertyPath, undecidedMessage, violationMessage } from "../message.ts";
import type { ResourceRule, Rule, StackRule } from "../rule.ts";
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

/** Judges one resource by the rules about resources. */
export function judgeResource(rules: readonly ResourceRule[], resource: ResourceView): Verdict {
  return join(
    rules
      .filter((rule) => applies(rule, resource))
      .map((rule) => verdictOf(rule, evaluateResource(rule, resource), resource)),
  );
}

/** Judges all resources together by the rules about the stack. */
export function judgeStack(rules: readonly StackRule[], resources: readonly ResourceView[]): Verdict {
  const stack = stackViewOf(resources);
  return join(rules.map((rule) => verdictOf(rule, evaluateStack(rule, stack))));
}

function verdictOf(rule: Rule, { findings, undecided }: Evaluation, resource?: ResourceView): Verdict {
  const violations: Violation[] = [];
  for (const [, ofResource] of byResource(findings)) {
    const about = ofResource[0]?.resource ?? resource ?? theStack;
    violations.push({ rule, resource: about, message: violationMessage(rule, ofResource) });
  }
  if (undecided === undefined) return { violations, undecided: [] };
  if (rule.onUnknown === "advise") {
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
