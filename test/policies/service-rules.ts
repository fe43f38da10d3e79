import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { rules } from "../../policies/registry.ts";
import type { Rule } from "../../policies/rule.ts";
import { expectFail, expectPass, expectUndecided } from "../../policies/testing/index.ts";
import type { TestResource } from "../../policies/testing/index.ts";
import type { RuleCases, ServiceCases, TestSubject } from "./cases/rule-cases.ts";

/** Tries the rules of a service on their cases. */
export function describeRules(service: string, cases: ServiceCases): void {
  describe(service, () => {
    for (const [id, ofRule] of Object.entries(cases)) describe(id, () => tryRule(ruleNamed(id), ofRule));
  });
}

function tryRule(rule: Rule, { compliant, violating, absent, unknown }: RuleCases): void {
  compliant.forEach((subject, index) => {
    it(`passes what complies (${index + 1})`, () => pass(rule, subject));
  });
  violating.forEach(({ subject, message }, index) => {
    it(`fails what violates it (${index + 1}): ${message.source}`, () => fail(rule, subject, message));
  });
  it(`${absent.outcome === "pass" ? "passes" : "fails"} where the property is absent`, () => {
    if (absent.outcome === "pass") pass(rule, absent.subject);
    else fail(rule, absent.subject, /Remedy: ./);
  });
  unknown.forEach((subject, index) => {
    it(`is undecided where the value is unknown (${index + 1})`, () => undecided(rule, subject));
  });
}

function pass(rule: Rule, subject: TestSubject): void {
  if (rule.scope === "stack") expectPass(rule, asStack(subject));
  else expectPass(rule, asResource(subject));
}

function fail(rule: Rule, subject: TestSubject, message: RegExp): void {
  if (rule.scope === "stack") expectFail(rule, asStack(subject), message);
  else expectFail(rule, asResource(subject), message);
}

function undecided(rule: Rule, subject: TestSubject): void {
  if (rule.scope === "stack") expectUndecided(rule, asStack(subject));
  else expectUndecided(rule, asResource(subject));
}

function ruleNamed(id: string): Rule {
  const rule = rules.find((candidate) => candidate.id === id);
  assert.ok(rule, `the registry has no rule ${id}`);
  return rule;
}

function asResource(subject: TestSubject): TestResource {
  assert.ok("type" in subject, "the case of a rule about one resource is one resource");
  return subject;
}

function asStack(subject: TestSubject): readonly TestResource[] {
  return "type" in subject ? [subject] : subject;
}
