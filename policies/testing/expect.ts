import assert from "node:assert/strict";
import { applies, evaluateResource, evaluateStack } from "../evaluate.ts";
import type { Evaluation } from "../evaluate.ts";
import { propertyPath, violationMessage } from "../message.ts";
import type { ResourceRule, Rule, StackRule } from "../rule.ts";
import { stackViewOf, viewOf } from "../view.ts";
import type { ResourceOptions, ResourceView } from "../view.ts";
import { engineInputs, secretPathsOf } from "./wire.ts";

/** A resource in a test. Its inputs may hold `unknown` and `secret(…)`. */
export interface TestResource {
  readonly type: string;
  /** Default: `subject`. */
  readonly name?: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  /** By top-level property: the names of the resources in the same test whose outputs it is made of. Default: none. */
  readonly dependencies?: Readonly<Record<string, readonly string[]>>;
  /** What the program says besides. Default: nothing. */
  readonly options?: Partial<ResourceOptions>;
}

/** What a rule is tried on: one resource, or for a rule about the stack, all of them. */
export type Subject<R extends Rule = Rule> = R extends StackRule ? readonly TestResource[] : TestResource;

/** Asserts that the rule is decided, and finds nothing. */
export function expectPass<R extends Rule>(rule: R, subject: Subject<R>): void {
  const { findings, undecided } = evaluate(rule, subject);
  const found = findings.map(({ message }) => message).join("; ");
  assert.equal(findings.length, 0, `${rule.id} should pass, but found: ${found}`);
  if (undecided !== undefined) assert.fail(`${rule.id} should pass, but is undecided: ${undecided.message}`);
}

/** Asserts that the rule finds something, and that its message, found values and remedy included, matches. */
export function expectFail<R extends Rule>(rule: R, subject: Subject<R>, message?: RegExp): void {
  const { findings } = evaluate(rule, subject);
  assert.notEqual(findings.length, 0, `${rule.id} should fail, but found nothing`);
  if (message !== undefined) assert.match(violationMessage(rule, findings), message);
}

/** Asserts that the rule cannot be decided, because the value at this path is not known. */
export function expectUndecided<R extends Rule>(rule: R, subject: Subject<R>, path?: string): void {
  const { undecided } = evaluate(rule, subject);
  if (undecided === undefined) assert.fail(`${rule.id} should be undecided, but was decided`);
  if (path !== undefined) assert.equal(propertyPath(undecided), path);
}

function evaluate(rule: Rule, subject: TestResource | readonly TestResource[]): Evaluation {
  const resources = isList(subject) ? subject : [subject];
  return rule.scope === "stack" ? onStack(rule, resources) : onResource(rule, resources);
}

function onResource(rule: ResourceRule, [resource, ...others]: readonly TestResource[]): Evaluation {
  if (resource === undefined || others.length > 0) assert.fail(`${rule.id} is a rule about one resource`);
  const view = asView(resource);
  assert.ok(applies(rule, view), `${rule.id} does not apply to ${resource.type}`);
  return evaluateResource(rule, view);
}

function onStack(rule: StackRule, resources: readonly TestResource[]): Evaluation {
  return evaluateStack(rule, stackViewOf(resources.map(asView)));
}

function asView({ type, name = "subject", inputs, dependencies = {}, options }: TestResource): ResourceView {
  return viewOf({
    urn: urnOf(name),
    type,
    name,
    inputs: engineInputs(inputs),
    secretPaths: secretPathsOf(inputs),
    ...(options && { options }),
    dependencies: Object.fromEntries(
      Object.entries(dependencies).map(([property, names]) => [property, names.map(urnOf)]),
    ),
  });
}

// Tests name resources uniquely, so that the name is enough of an identity.
function urnOf(name: string): string {
  return `urn:pulumi:test::test::test::${name}`;
}

function isList(subject: TestResource | readonly TestResource[]): subject is readonly TestResource[] {
  return Array.isArray(subject);
}
