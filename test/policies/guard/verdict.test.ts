import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { describeUndecided, describeViolations } from "../../../policies/guard/report.ts";
import { judgeResource, judgeStack } from "../../../policies/guard/verdict.ts";
import { mandatoryRules } from "../../../policies/guard/mandatory-rules.ts";
import { rules } from "./few-rules.ts";
import { unknown } from "../../../policies/testing/index.ts";
import type { TestResource } from "../../../policies/testing/index.ts";
import { engineInputs } from "../../../policies/testing/wire.ts";
import { ExemptionBook } from "../../../policies/settings/exemption-book.ts";
import type { PolicySettings } from "../../../policies/settings/policy-settings.ts";
import { viewOf } from "../../../policies/view.ts";
import { compliantCluster } from "../cases/aks.ts";
import { withInput } from "../cases/rule-cases.ts";
import { compliantSqlServer } from "../cases/sql.ts";

const enforced = mandatoryRules(rules, {});
const resourceRules = enforced.filter((rule) => rule.scope === "resource");
const stackRules = enforced.filter((rule) => rule.scope === "stack");

function view({ type, inputs }: TestResource, name: string) {
  return viewOf({ urn: `urn:${name}`, type, name, inputs: engineInputs(inputs) });
}

describe("verdict", () => {
  it("finds nothing in what complies with all rules", () => {
    assert.deepEqual(judgeResource(resourceRules, view(compliantCluster, "aks")), {
      violations: [],
      undecided: [],
    });
  });

  it("names resource, severity, rule, title, what was found and the remedy", () => {
    const cluster = withInput(compliantCluster, "disableLocalAccounts", false);
    const { violations } = judgeResource(resourceRules, view(cluster, "aks"));
    assert.equal(
      describeViolations(violations),
      [
        'azure-native:containerservice:ManagedCluster "aks" violates 1 mandatory policy:',
        "  [high] aks-local-accounts-disabled: AKS local accounts are disabled.",
        "    disableLocalAccounts is false; it must be true.",
        "    Remedy: Set disableLocalAccounts: true and grant access through Entra ID groups.",
      ].join("\n"),
    );
  });

  it("reports what could not be decided, beside what could", () => {
    const cluster = withInput(
      withInput(compliantCluster, "disableLocalAccounts", unknown),
      "enableRBAC",
      false,
    );
    const { violations, undecided } = judgeResource(resourceRules, view(cluster, "aks"));
    assert.deepEqual(
      violations.map(({ rule }) => rule.id),
      ["aks-kubernetes-rbac"],
    );
    assert.match(
      describeUndecided(undecided),
      /^1 mandatory policy could not be decided at preview.*\n {2}aks-local-accounts-disabled: disableLocalAccounts of azure-native:containerservice:ManagedCluster "aks"$/,
    );
  });

  it("takes an unknown value as a violation where the rule says so", () => {
    const strict = resourceRules.map((rule) => ({ ...rule, onUnknown: "violate" as const }));
    const cluster = withInput(compliantCluster, "disableLocalAccounts", unknown);
    const { violations, undecided } = judgeResource(strict, view(cluster, "aks"));
    assert.deepEqual(undecided, []);
    assert.match(describeViolations(violations), /disableLocalAccounts is not known before the update/);
  });

  it("judges the stack, and names the resource that a finding is about", () => {
    const { violations } = judgeStack(stackRules, [view(compliantSqlServer, "sql")]);
    assert.match(
      describeViolations(violations),
      /^azure-native:sql:Server "sql" violates 1 mandatory policy:\n {2}\[high\] sql-auditing/,
    );
    assert.deepEqual(judgeStack(stackRules, []).violations, []);
  });
});

describe("mandatory rules", () => {
  it("are those of the pack unless a level says otherwise", () => {
    const ids = (levels: Parameters<typeof mandatoryRules>[1]) =>
      mandatoryRules(rules, levels).map(({ id }) => id);
    assert.ok(ids({}).includes("aks-local-accounts-disabled"));
    assert.ok(!ids({}).includes("acr-export-disabled"));
    assert.ok(!ids({ "aks-local-accounts-disabled": "advisory" }).includes("aks-local-accounts-disabled"));
    assert.ok(ids({ "acr-export-disabled": "mandatory" }).includes("acr-export-disabled"));
  });

  it("refuse a level for a rule that does not exist", () => {
    assert.throws(
      () => mandatoryRules(rules, { "aks-local-account": "disabled" }),
      /"aks-local-account", which the policy pack does not have/,
    );
  });
});

describe("verdict under a policy file", () => {
  const cluster = view(withInput(compliantCluster, "disableLocalAccounts", false), "aks");
  const undecidedCluster = view(withInput(compliantCluster, "enableRBAC", unknown), "aks");
  const exemption = {
    rule: "aks-local-accounts-disabled",
    resource: "urn:*",
    reason: "Break-glass",
    owner: "platform@example.com",
  };

  it("lets pass what an exemption permits, until it expires", () => {
    const judging = (expires: string) => ({
      settings: {},
      exemptions: new ExemptionBook([{ ...exemption, expires }], "dev"),
    });
    assert.deepEqual(judgeResource(resourceRules, cluster, judging("2999-12-31")).violations, []);
    const { violations } = judgeResource(resourceRules, cluster, judging("2020-12-31"));
    assert.deepEqual(
      violations.map(({ rule }) => rule.id),
      ["aks-local-accounts-disabled"],
    );
  });

  it("takes an unknown value for a violation where the file says so", () => {
    const judging = (onUnknown: "advise" | "violate") => ({
      settings: { onUnknown },
      exemptions: new ExemptionBook([], "dev"),
    });
    assert.equal(judgeResource(resourceRules, undecidedCluster, judging("violate")).violations.length, 1);
    assert.equal(judgeResource(resourceRules, undecidedCluster, judging("advise")).violations.length, 0);
  });

  it("enforces what the chosen pack has on, repairs included", () => {
    const idsUnder = (settings: PolicySettings) => mandatoryRules(rules, {}, settings).map(({ id }) => id);
    assert.ok(!idsUnder({ pack: "pod-security-restricted" }).includes("aks-azure-rbac"));
    assert.ok(idsUnder({ levels: { "aks-azure-rbac": "remediate" } }).includes("aks-azure-rbac"));
    assert.ok(!idsUnder({ levels: { "aks-azure-rbac": "advisory" } }).includes("aks-azure-rbac"));
  });
});
