import assert from "node:assert/strict";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readFileSync } from "node:fs";
import { after, before, describe, it } from "mocha";
import { rules } from "../../policies/registry.ts";
import { unknownStringValue } from "../../policies/unknown.ts";
import { PackProcess, urnOf } from "./pack-process.ts";
import type { SentResource } from "./pack-process.ts";

const folder = join(import.meta.dirname, "../../policies");
const cluster: SentResource = {
  type: "azure-native:containerservice:ManagedCluster",
  name: "aks",
  inputs: { disableLocalAccounts: false, enableRBAC: unknownStringValue },
};
const server: SentResource = { type: "azure-native:sql:Server", name: "sql", inputs: {} };

describe("the policy pack, run as the engine runs it", function () {
  this.timeout(60_000);
  let pack: PackProcess;

  before(async () => {
    pack = await PackProcess.start(folder, tmpdir());
  });

  after(() => pack.stop());

  it("tells its name, its own version and all its rules with their levels", async () => {
    const info = await pack.info();
    assert.equal(info.getName(), "azure-platform-policies");
    assert.equal(info.getVersion(), versionIn("package.json", /"version": "([^"]+)"/));
    assert.equal(info.getVersion(), versionIn("PulumiPolicy.yaml", /^version: (.+)$/m));
    assert.deepEqual(
      info.getPoliciesList().map((policy) => policy.getName()),
      rules.map(({ id }) => id),
    );
    for (const policy of info.getPoliciesList())
      assert.ok(policy.getRemediationSteps() !== "", policy.getName());
  });

  it("reports a violation with title, what was found and the remedy", async () => {
    const found = (await pack.analyze(cluster)).find(({ rule }) => rule === "aks-local-accounts-disabled");
    assert.deepEqual(found, {
      rule: "aks-local-accounts-disabled",
      level: "mandatory",
      urn: "",
      message: [
        "AKS local accounts are disabled.",
        "disableLocalAccounts is false; it must be true.",
        "Remedy: Set disableLocalAccounts: true and grant access through Entra ID groups.",
      ].join("\n"),
    });
  });

  it("says of a rule that needs an unknown value that it could not be decided", async () => {
    const found = (await pack.analyze(cluster)).find(({ rule }) => rule === "aks-kubernetes-rbac");
    assert.equal(found?.level, "advisory");
    assert.match(
      found.message,
      /^Kubernetes RBAC is enabled on AKS\.\nenableRBAC is not known before the update/,
    );
  });

  it("finds nothing to say about a resource that no rule is about", async () => {
    assert.deepEqual(await pack.analyze({ type: "random:index:RandomId", name: "id", inputs: {} }), []);
  });

  it("shows no secret", async () => {
    const secret = {
      "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
      value: "hidden-value",
    };
    const found = await pack.analyze({ ...cluster, inputs: { networkProfile: { networkPolicy: secret } } });
    assert.match(
      found.map(({ message }) => message).join(),
      /networkProfile\.networkPolicy is a secret; it must be/,
    );
    assert.doesNotMatch(JSON.stringify(found), /hidden-value/);
  });

  it("judges the stack, and names the resource that a finding is about", async () => {
    const aboutAuditing = ({ rule }: { rule: string }) => rule === "sql-auditing";
    const found = await pack.analyzeStack([server]);
    assert.deepEqual(
      found.filter(aboutAuditing).map(({ rule, urn }) => [rule, urn]),
      [["sql-auditing", urnOf(server.type, server.name)]],
    );
    const audited = await pack.analyzeStack([
      server,
      {
        type: "azure-native:sql:ServerBlobAuditingPolicy",
        name: "audit",
        inputs: { state: "Enabled" },
        dependencies: { serverName: [urnOf(server.type, server.name)] },
      },
    ]);
    assert.deepEqual(audited.filter(aboutAuditing), []);
  });

  it("judges the stack by the inputs that it saw before, of which the engine may send less", async () => {
    const type = "kubernetes:core/v1:Service";
    const name = "leads-nowhere";
    const inputs = { metadata: { namespace: "apps" }, spec: { selector: { app: "nothing" } } };
    assert.deepEqual(await pack.analyzeStack([{ type, name, inputs: {} }]), []);
    await pack.analyze({ type, name, inputs });
    const found = await pack.analyzeStack([{ type, name, inputs: {} }]);
    assert.deepEqual(
      found.map(({ rule, urn }) => [rule, urn]),
      [["k8s-service-targets-pods", urnOf(type, name)]],
    );
  });

  it("takes levels and the meaning of unknown values from its configuration", async () => {
    await pack.configure({
      "aks-local-accounts-disabled": { level: "advisory" },
      "aks-network-policy": { level: "disabled" },
      "aks-kubernetes-rbac": { level: "mandatory", properties: { onUnknown: "violate" } },
    });
    try {
      const found = new Map((await pack.analyze(cluster)).map((diagnostic) => [diagnostic.rule, diagnostic]));
      assert.equal(found.get("aks-local-accounts-disabled")?.level, "advisory");
      assert.equal(found.get("aks-network-policy"), undefined);
      assert.equal(found.get("aks-kubernetes-rbac")?.level, "mandatory");
      assert.match(
        found.get("aks-kubernetes-rbac")?.message ?? "",
        /enableRBAC is not known before the update/,
      );
    } finally {
      await pack.configure({});
    }
  });
});

function versionIn(file: string, pattern: RegExp): string | undefined {
  return pattern.exec(readFileSync(join(folder, file), "utf8"))?.[1];
}
