import fc from "fast-check";
import { describe, it } from "mocha";
import { evaluateResource, evaluateStack } from "../../policies/evaluate.ts";
import { violationMessage } from "../../policies/message.ts";
import { rules } from "../../policies/registry.ts";
import type { Rule } from "../../policies/rule.ts";
import { unknown } from "../../policies/testing/index.ts";
import type { TestResource } from "../../policies/testing/index.ts";
import { engineInputs } from "../../policies/testing/wire.ts";
import { stackViewOf, viewOf } from "../../policies/view.ts";
import type { ResourceView } from "../../policies/view.ts";
import { allCases } from "./cases/index.ts";
import type { TestSubject } from "./cases/rule-cases.ts";

/** Anything that may stand where a rule expects something. */
const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    unknown,
    null,
    "",
    "*",
    "0.0.0.0/0",
    "-",
    "1-",
    "::",
    -1,
    0,
    1.5,
    true,
    false,
    [],
    {},
    [[]],
    [null],
    [unknown],
  ),
  fc.anything({
    withNullPrototype: false,
    maxDepth: 2,
    values: [fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.constant(unknown)],
  }),
);

describe("rules on odd input", () => {
  // The rule about exemptions looks at no resource.
  for (const rule of rules.filter(({ id }) => id in allCases)) {
    it(`${rule.id} neither throws nor reports what cannot be read`, () => {
      fc.assert(
        fc.property(fc.array(junkedSubject(rule), { minLength: 1, maxLength: 3 }), (resources) =>
          evaluate(rule, resources),
        ),
        { numRuns: 150 },
      );
    });
  }
});

/** A resource from the rule's own cases, some of whose values are replaced by junk. */
function junkedSubject(rule: Rule): fc.Arbitrary<TestResource> {
  const ofRule = allCases[rule.id];
  const subjects =
    ofRule === undefined ? [] : [...ofRule.compliant, ...ofRule.violating.map(({ subject }) => subject)];
  return fc.constantFrom(...subjects.flatMap(asList)).chain((resource) =>
    fc.infiniteStream(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), junk)).map((stream) => ({
      ...resource,
      inputs: junked(resource.inputs, () => drawn(stream)),
    })),
  );
}

function drawn(stream: Iterator<[number, unknown], undefined>): [number, unknown] | undefined {
  return stream.next().value;
}

function junked(
  inputs: Readonly<Record<string, unknown>>,
  next: () => [number, unknown] | undefined,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, junkedValue(value, next)]));
}

function junkedValue(value: unknown, next: () => [number, unknown] | undefined): unknown {
  const [chance, replacement] = next() ?? [1, undefined];
  if (chance < 0.15) return replacement;
  if (value === unknown || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((element: unknown) => junkedValue(element, next));
  return junked({ ...value }, next);
}

function evaluate(rule: Rule, resources: readonly TestResource[]): void {
  for (const resource of rule.scope === "stack" ? [undefined] : resources) {
    const { findings } =
      rule.scope === "stack"
        ? evaluateStack(rule, stackViewOf(resources.map(asView)))
        : evaluateResource(rule, asView(resource ?? { type: "", inputs: {} }));
    violationMessage(rule, findings);
  }
}

function asView({ type, name = "subject", inputs }: TestResource): ResourceView {
  return viewOf({ urn: name, type, name, inputs: engineInputs(inputs) });
}

function asList(subject: TestSubject): readonly TestResource[] {
  return "type" in subject ? [subject] : subject;
}
