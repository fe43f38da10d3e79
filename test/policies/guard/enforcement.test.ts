import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { before, describe, it } from "mocha";
import { Enforcement } from "../../../policies/guard/enforcement.ts";
import { describeViolations } from "../../../policies/guard/report.ts";
import type { Violation } from "../../../policies/guard/verdict.ts";
import { rules } from "./few-rules.ts";
import { compliantCluster } from "../cases/aks.ts";
import { withInput } from "../cases/rule-cases.ts";
import { compliantSqlServer } from "../cases/sql.ts";
import type { TestResource } from "../../../policies/testing/index.ts";

const insecureCluster = withInput(compliantCluster, "disableLocalAccounts", false);

function start(preview: boolean) {
  const reported: Violation[] = [];
  const enforcement = new Enforcement({ rules, preview, fail: (violations) => reported.push(...violations) });
  return {
    enforcement,
    ids: () => reported.map(({ rule }) => rule.id),
    text: () => describeViolations(reported),
  };
}

function registration(
  { type, inputs }: TestResource,
  name: string,
  parent?: string,
): pulumi.ResourceTransformArgs {
  const opts = parent === undefined ? {} : { parent: new NamedResource("test:index:Parent", parent) };
  return { custom: true, type, name, props: { ...inputs }, opts };
}

/** A resource of which only the URN matters. */
class NamedResource extends pulumi.ComponentResource {
  constructor(type: string, name: string) {
    super(type, name);
  }
}

describe("the guard's enforcement", () => {
  before(() =>
    pulumi.runtime.setMocks(
      { call: () => ({}), newResource: ({ name }) => ({ id: name, state: {} }) },
      "platform",
      "dev",
    ),
  );

  it("lets what complies pass", async () => {
    const { enforcement, ids } = start(false);
    await enforcement.judge(registration(compliantCluster, "aks"));
    assert.deepEqual(enforcement.finish(), { undecided: [], failed: false });
    assert.deepEqual(ids(), []);
  });

  it("reports in a preview, and lets the program go on to the rest", async () => {
    const { enforcement, ids } = start(true);
    await enforcement.judge(registration(insecureCluster, "first"));
    await enforcement.judge(registration(insecureCluster, "second"));
    assert.deepEqual(ids(), ["aks-local-accounts-disabled", "aks-local-accounts-disabled"]);
  });

  it("refuses the registration where there is no preview", async () => {
    const { enforcement, ids } = start(false);
    await assert.rejects(
      enforcement.judge(registration(insecureCluster, "aks")),
      /ManagedCluster "aks" was not registered: it violates mandatory policies/,
    );
    assert.deepEqual(ids(), ["aks-local-accounts-disabled"]);
  });

  it("judges what an output, a promise or a secret holds, and shows no secret", async () => {
    const { enforcement, text } = start(true);
    const inputs = {
      ...compliantCluster.inputs,
      disableLocalAccounts: pulumi.output(Promise.resolve(false)),
      networkProfile: pulumi.secret({ networkPolicy: "hidden-value" }),
    };
    await enforcement.judge(registration({ ...compliantCluster, inputs }, "aks"));
    assert.match(text(), /disableLocalAccounts is false/);
    assert.match(text(), /networkProfile\.networkPolicy is a secret; it must be "cilium"/);
    assert.doesNotMatch(text(), /hidden-value/);
  });

  it("leaves a rule undecided where a value is not known", async () => {
    const { enforcement, ids } = start(true);
    const unknown: unknown = pulumi.unknown;
    const inputs = { ...compliantCluster.inputs, disableLocalAccounts: unknown };
    await enforcement.judge(registration({ ...compliantCluster, inputs }, "aks"));
    assert.deepEqual(
      enforcement.finish().undecided.map(({ rule, path }) => [rule.id, path]),
      [["aks-local-accounts-disabled", "disableLocalAccounts"]],
    );
    assert.deepEqual(ids(), []);
  });

  it("judges the stack in the end", async () => {
    const { enforcement, ids, text } = start(true);
    await enforcement.judge(registration(compliantSqlServer, "sql"));
    assert.deepEqual(ids(), []);
    assert.equal(enforcement.finish().failed, true);
    assert.deepEqual(ids(), ["sql-auditing"]);
    assert.match(text(), /azure-native:sql:Server "sql"/);
  });

  it("knows by its dependencies which resource another belongs to", async () => {
    const { enforcement, ids } = start(true);
    const server = new NamedResource("azure-native:sql:Server", "sql");
    const audit = {
      type: "azure-native:sql:ServerBlobAuditingPolicy",
      inputs: { state: "Enabled", serverName: "sql" },
    };
    await enforcement.judge(registration(compliantSqlServer, "sql"));
    await enforcement.judge(
      registration({ ...compliantSqlServer, inputs: compliantSqlServer.inputs }, "other"),
    );
    const { opts, ...rest } = registration(audit, "audit");
    await enforcement.judge({ ...rest, opts: { ...opts, dependsOn: [server] } });
    enforcement.finish();
    assert.deepEqual(ids(), ["sql-auditing"]);
  });

  it("judges a resource of a component, and of another API version", async () => {
    const { enforcement, ids } = start(true);
    const versioned = { ...insecureCluster, type: "azure-native:containerservice/v20240101:ManagedCluster" };
    await enforcement.judge(registration(versioned, "aks", "component"));
    assert.deepEqual(ids(), ["aks-local-accounts-disabled"]);
  });

  it("does not look into what no rule is about", async () => {
    const { enforcement } = start(true);
    const never = new Promise<string>(() => {});
    await enforcement.judge(registration({ type: "random:index:RandomId", inputs: { never } }, "id"));
    assert.deepEqual(enforcement.finish(), { undecided: [], failed: false });
  });
});
