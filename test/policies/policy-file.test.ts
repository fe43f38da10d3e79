import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { rules } from "../../policies/registry.ts";
import { resourceRule } from "../../policies/rule.ts";
import { parsePolicyFile, PolicyFileError } from "../../policies/settings/policy-file.ts";

const withParameters = resourceRule({
  id: "test-retention",
  title: "Retention",
  severity: "low",
  description: "For the test.",
  remediation: "None.",
  references: { catalogue: [], docs: [] },
  appliesTo: ["azure-native:sql:Server"],
  parameters: {
    days: { type: "integer", description: "Days.", default: 7, minimum: 1, maximum: 35 },
    names: { type: "array", items: { type: "string" }, description: "Names.", default: [] },
    kind: { type: "string", enum: ["a", "b"], description: "Kind.", default: "a" },
    strict: { type: "boolean", description: "Strict.", default: false },
  },
  check: () => [],
});
const known = [...rules, withParameters];

function problems(text: string): readonly string[] {
  try {
    parsePolicyFile(text, "dev", known);
  } catch (error) {
    assert.ok(error instanceof PolicyFileError, String(error));
    return error.problems;
  }
  return assert.fail("the file is valid");
}

const exemption = `
  - rule: aks-local-accounts-disabled
    resource: urn:pulumi:dev::platform::*::aks
    reason: Break-glass until the identity is moved
    owner: platform@example.com
    expires: "2027-01-31"
`;

describe("the policy file", () => {
  it("may be empty", () => {
    assert.deepEqual(parsePolicyFile("", "dev", known), { levels: {}, parameters: {}, exemptions: [] });
  });

  it("says pack, levels, parameters, exemptions and reports", () => {
    const settings = parsePolicyFile(
      `pack: cis-aks
onUnknown: violate
levels: { aks-local-accounts-disabled: advisory }
parameters: { test-retention: { days: 30, names: [x], kind: b, strict: true } }
exemptions:${exemption}reports: .reports
`,
      "dev",
      known,
    );
    assert.equal(settings.pack, "cis-aks");
    assert.equal(settings.onUnknown, "violate");
    assert.deepEqual(settings.levels, { "aks-local-accounts-disabled": "advisory" });
    assert.deepEqual(settings.parameters, {
      "test-retention": { days: 30, names: ["x"], kind: "b", strict: true },
    });
    assert.equal(settings.exemptions?.[0]?.expires, "2027-01-31");
    assert.equal(settings.reports, ".reports");
  });

  it("adds what holds for one stack, and leaves what is another's", () => {
    const text = `
levels: { aks-local-accounts-disabled: advisory, sql-minimum-tls: advisory }
parameters: { test-retention: { days: 10, kind: b } }
stacks:
  prod:
    onUnknown: violate
    levels: { aks-local-accounts-disabled: mandatory }
    parameters: { test-retention: { days: 30 } }
`;
    const prod = parsePolicyFile(text, "prod", known);
    assert.equal(prod.onUnknown, "violate");
    assert.deepEqual(prod.levels, {
      "aks-local-accounts-disabled": "mandatory",
      "sql-minimum-tls": "advisory",
    });
    assert.deepEqual(prod.parameters, { "test-retention": { days: 30, kind: "b" } });
    const dev = parsePolicyFile(text, "dev", known);
    assert.equal(dev.onUnknown, undefined);
    assert.deepEqual(dev.parameters, { "test-retention": { days: 10, kind: "b" } });
  });

  it("names every mistake with its place, all at once", () => {
    assert.deepEqual(
      problems(`
pack: baselin
level: {}
exemptions:
  - rule: aks-local-accounts-disabled
    resource: aks
    reason: ""
    expires: 2027-13-01
`),
      [
        'pack is "baselin"; allowed are baseline, cis-azure, cis-aks, pod-security-restricted, nist-800-53, all',
        'exemptions[0].resource is "aks"; it must be a URN, urn:pulumi:<stack>::<project>::<type>::<name>, in which * stands for any characters',
        "exemptions[0].reason is empty; it must say why",
        "exemptions[0].owner is missing; it must say who answers for it",
        'exemptions[0].expires is "2027-13-01"; it must be a day, "YYYY-MM-DD"',
        'the file has the unknown key "level"',
      ],
    );
  });

  it("names rules and parameters that do not exist, and values that they do not take", () => {
    assert.deepEqual(
      problems(`
levels: { aks-local-accounts: advisory }
parameters:
  sql-minimum-tls: { version: "1.3" }
  test-retention: { days: 36, names: x, kind: c, strict: 1, hours: 2 }
stacks: { prod: { levels: { nothing: disabled } } }
exemptions:${exemption.replace("aks-local-accounts-disabled", "aks-nothing")}`),
      [
        'levels is "aks-local-accounts", which is no rule; the rules are listed in docs/policies.md',
        "parameters.sql-minimum-tls.version is no parameter of the rule; it has none",
        "parameters.test-retention.days is 36; it must be a whole number from 1 to 35",
        'parameters.test-retention.names is "x"; it must be a list of texts',
        'parameters.test-retention.kind is "c"; it must be one of a, b',
        "parameters.test-retention.strict is 1; it must be true or false",
        "parameters.test-retention.hours is no parameter of the rule; it has days, names, kind, strict",
        'exemptions[0].rule is "aks-nothing", which is no rule; the rules are listed in docs/policies.md',
        'stacks.prod.levels is "nothing", which is no rule; the rules are listed in docs/policies.md',
      ],
    );
  });

  it("is refused where it is no YAML", () => {
    assert.match(problems("pack: [baseline").join(), /\S/);
  });
});
