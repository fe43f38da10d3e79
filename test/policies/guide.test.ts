import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, afterEach, before, describe, it } from "mocha";
import { PackProcess } from "./pack-process.ts";

const checkout = path.resolve(import.meta.dirname, "../..");
const guide = readFileSync(path.join(checkout, "docs/policy-guide.md"), "utf8");

/** The guide's files, by path, as they stand in it. */
const files = new Map(
  [...guide.matchAll(/<!-- file: (\S+) -->\n+```\w+\n([\s\S]*?)```/g)].map(([, name = "", content = ""]) => [
    name,
    content,
  ]),
);

const vault = (vaultName: string) => ({
  type: "azure-native:keyvault:Vault",
  name: "vault",
  inputs: { vaultName, properties: {} },
});
const legacyAccount = {
  type: "azure-native:storage:StorageAccount",
  name: "legacy",
  inputs: { enableHttpsTrafficOnly: false, minimumTlsVersion: "TLS1_2" },
};

describe("the guide to the policies", function () {
  this.timeout(60_000);
  let program: string;
  let pack: PackProcess | undefined;

  before(() => {
    program = mkdtempSync(path.join(tmpdir(), "guide-"));
    symlinkSync(path.join(checkout, "node_modules"), path.join(program, "node_modules"));
    for (const [name, content] of files) {
      const file = path.join(program, name);
      mkdirSync(path.dirname(file), { recursive: true });
      // The day of the exemption in the example goes by.
      writeFileSync(file, content.replace("2027-03-31", "2999-03-31"));
    }
  });
  afterEach(async () => {
    await pack?.stop();
    pack = undefined;
  });
  after(() => rmSync(program, { recursive: true, force: true }));

  it("has files to be tried", () => {
    assert.deepEqual([...files.keys()].sort(), [
      "policies.yaml",
      "team-pack/PulumiPolicy.yaml",
      "team-pack/main.mjs",
      "team-pack/pack.ts",
      "team-pack/package.json",
      "team-pack/vault-name.test.ts",
      "team-pack/vault-name.ts",
    ]);
  });

  it("exempts a resource, and writes the reports that it names", async () => {
    pack = await PackProcess.start(path.join(checkout, "policies"), program);
    await pack.begin("dev");
    const found = await pack.analyze(legacyAccount);
    const https = found.find(({ rule }) => rule === "storage-https-only");
    assert.equal(https?.level, "advisory");
    assert.match(https.message, /Exempt until 2999-03-31 \(network@example\.com\)/);
    const inForce = (await pack.analyzeStack([])).filter(({ rule }) => rule === "exemptions-in-force");
    assert.deepEqual(inForce, []);
    const reports = [...guide.matchAll(/^\| `(policies\.[\w.]+)`/gm)].map(([, name = ""]) => name);
    assert.equal(reports.length, 5);
    for (const name of reports) assert.ok(existsSync(path.join(program, "policy-reports", name)), name);
  });

  it("composes a pack that the engine can load, with a rule and a parameter of its own", async () => {
    pack = await PackProcess.start(path.join(program, "team-pack"), program);
    await pack.begin("dev");
    const rulesOf = async (name: string) => (await pack?.analyze(vault(name)))?.map(({ rule }) => rule) ?? [];
    assert.ok((await rulesOf("platform-secrets")).includes("team-vault-name"));
    assert.ok(!(await rulesOf("payments-secrets")).includes("team-vault-name"));
    assert.ok((await rulesOf("payments-secrets")).includes("keyvault-purge-protection"), "the baseline too");
  });

  it("keeps what the program's policy file says over the composed pack", async () => {
    pack = await PackProcess.start(path.join(program, "team-pack"), program);
    await pack.begin("dev");
    const found = await pack.analyze(legacyAccount);
    assert.equal(found.find(({ rule }) => rule === "storage-https-only")?.level, "advisory");
    assert.ok(!found.some(({ rule }) => rule === "storage-names"), "which the pack disables");
  });

  it("tries a rule with the test kit", () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ["node_modules/mocha/bin/mocha.js", "team-pack/vault-name.test.ts"],
      { cwd: program, encoding: "utf8" },
    );
    assert.equal(status, 0, stdout + stderr);
    assert.match(stdout, /1 passing/);
  });
});
