import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, it } from "mocha";
import * as z from "zod";
import { PackProcess, urnOf } from "./pack-process.ts";
import type { SentResource } from "./pack-process.ts";

const folder = path.join(import.meta.dirname, "../../policies");
const account: SentResource = {
  type: "azure-native:storage:StorageAccount",
  name: "files",
  inputs: {
    minimumTlsVersion: "TLS1_0",
    enableHttpsTrafficOnly: true,
    networkRuleSet: { defaultAction: "Deny" },
  },
};
const aboutTls = "storage-minimum-tls";

describe("the policy pack under a policy file", function () {
  this.timeout(60_000);
  let program: string;
  let pack: PackProcess | undefined;

  beforeEach(() => {
    program = mkdtempSync(path.join(tmpdir(), "policy-file-"));
  });

  afterEach(async () => {
    await pack?.stop();
    pack = undefined;
    rmSync(program, { recursive: true, force: true });
  });

  async function start(policyFile: string, stack = "dev"): Promise<PackProcess> {
    writeFileSync(path.join(program, "policies.yaml"), policyFile);
    pack = await PackProcess.start(folder, program);
    await pack.begin(stack);
    return pack;
  }

  const exemption = (expires: string, name = account.name) => `
exemptions:
  - rule: ${aboutTls}
    resource: ${urnOf(account.type, name)}
    reason: An old device
    owner: network@example.com
    expires: "${expires}"
`;

  async function levelOf(running: PackProcess, rule: string): Promise<string | undefined> {
    const found = await running.analyze(account);
    return found.find((diagnostic) => diagnostic.rule === rule)?.level;
  }

  it("tells the engine the levels of the chosen pack, and keeps to them", async () => {
    const running = await start("pack: cis-aks");
    const info = await running.info();
    const levels = new Map(
      info.getPoliciesList().map((policy) => [policy.getName(), policy.getEnforcementlevel()]),
    );
    assert.notEqual(levels.get("aks-local-accounts-disabled"), levels.get("aks-azure-rbac"));
    assert.equal(levels.get(aboutTls), levels.get("aks-local-accounts-disabled"), "both are disabled");
    assert.deepEqual(await running.analyze(account), []);
  });

  it("takes levels for one stack", async () => {
    const file = `stacks: { prod: { levels: { ${aboutTls}: advisory } } }`;
    assert.equal(await levelOf(await start(file, "prod"), aboutTls), "advisory");
    await pack?.stop();
    assert.equal(await levelOf(await start(file, "dev"), aboutTls), "mandatory");
  });

  it("lets a dated exemption pass, and says whose it is", async () => {
    const running = await start(exemption("2999-12-31"));
    const found = (await running.analyze(account)).find(({ rule }) => rule === aboutTls);
    assert.equal(found?.level, "advisory");
    assert.match(found.message, /Exempt until 2999-12-31 \(network@example\.com\): An old device/);
    assert.deepEqual(
      (await running.analyzeStack([])).filter(({ rule }) => rule === "exemptions-in-force"),
      [],
    );
  });

  it("fails on an exemption that has expired, and on one that nothing needs", async () => {
    const expired = await start(exemption("2020-01-01"));
    assert.equal(await levelOf(expired, aboutTls), "mandatory");
    const found = (await expired.analyzeStack([])).filter(({ rule }) => rule === "exemptions-in-force");
    assert.deepEqual(
      found.map(({ level }) => level),
      ["mandatory"],
    );
    await pack?.stop();

    const unneeded = await start(exemption("2999-12-31", "gone"));
    await unneeded.analyze(account);
    const [first] = (await unneeded.analyzeStack([])).filter(({ rule }) => rule === "exemptions-in-force");
    assert.match(first?.message ?? "", /is not needed/);
  });

  it("stops the run where the file is not valid, and says what is", async () => {
    await assert.rejects(
      start("pack: baselin"),
      /policies\.yaml is not valid:\s+pack is "baselin"; allowed are baseline/,
    );
  });

  it("repairs what it may, when it is told to, and leaves the rest of the inputs", async () => {
    const running = await start(`levels: { ${aboutTls}: remediate }`);
    const repairs = await running.remediate(account);
    assert.deepEqual(repairs, [
      { rule: aboutTls, inputs: { ...account.inputs, minimumTlsVersion: "TLS1_2" } },
    ]);
    const compliant = { ...account, inputs: { ...account.inputs, minimumTlsVersion: "TLS1_2" } };
    assert.deepEqual(await running.remediate(compliant), []);
    await running.configure({ [aboutTls]: { level: "mandatory" } });
    assert.deepEqual(await running.remediate(account), [], "only where the level says so");
  });

  it("writes reports of the whole run", async () => {
    const running = await start(`reports: out/policies${exemption("2999-12-31")}`);
    await running.analyze(account);
    assert.ok(!existsSync(path.join(program, "out")));
    await running.analyzeStack([]);
    const written = path.join(program, "out/policies");
    assert.deepEqual(readdirSync(written).sort(), [
      "policies.html",
      "policies.json",
      "policies.junit.xml",
      "policies.md",
      "policies.sarif",
    ]);
    const summary = z
      .object({ stack: z.string(), counts: z.record(z.string(), z.number()) })
      .parse(JSON.parse(readFileSync(path.join(written, "policies.json"), "utf8")));
    assert.equal(summary.stack, "dev");
    assert.equal(summary.counts["exempt"], 1);
    assert.equal(summary.counts["judged"], 1);
  });
});
