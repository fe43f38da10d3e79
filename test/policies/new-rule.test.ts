import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, it } from "mocha";

const checkout = path.resolve(import.meta.dirname, "../..");

describe("npm run policies:new", function () {
  this.timeout(60_000);
  let copy: string;

  before(() => {
    copy = mkdtempSync(path.join(tmpdir(), "new-rule-"));
    for (const part of ["policies", "test/policies", "docs", "package.json", ".prettierrc.json"]) {
      cpSync(path.join(checkout, part), path.join(copy, part), {
        recursive: true,
        filter: (file) => !/[/\\](?:node_modules|dist)$/.test(file),
      });
    }
    symlinkSync(path.join(checkout, "node_modules"), path.join(copy, "node_modules"));
  });
  after(() => rmSync(copy, { recursive: true, force: true }));

  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, args, { cwd: copy, encoding: "utf8" });
  const make = (service: string, id: string, type = "azure-native:keyvault:Vault") =>
    run(
      "policies/scaffold/main.ts",
      ...[service, id, "--type", type, "--property", "properties.enableExample"],
      ...["--title", "Vaults are examples", "--why", "Because a test says so."],
      ...["--page", "https://example.com/vault"],
    );

  it("says what is missing, and what there is", () => {
    const nothing = run("policies/scaffold/main.ts", "keyvault");
    assert.equal(nothing.status, 2);
    assert.match(nothing.stderr, /usage: npm run policies:new/);
    const wrong = make("vaults", "example", "Vault");
    assert.equal(wrong.status, 2);
    assert.match(wrong.stderr, /there is no service "vaults"; there are acr, aks, /);
    assert.match(wrong.stderr, /the id "example" must be in kebab-case and begin with one of aks-, /);
    assert.match(wrong.stderr, /--type is "Vault"; it must be a type/);
    assert.match(make("keyvault", "keyvault-purge-protection").stderr, /there is a rule .* already/);
  });

  for (const [service, id] of [
    ["keyvault", "keyvault-an-example"],
    ["kubernetes", "k8s-an-example"],
    ["governance", "governance-zz-example"],
  ] as const) {
    it(`makes a rule of ${service} that stands the tests`, () => {
      const made = make(service, id);
      assert.equal(made.status, 0, made.stderr);
      const page = readFileSync(path.join(copy, "docs/policies.md"), "utf8");
      assert.ok(page.includes(`### ${id}\n`));
      const files = [service, "registry", "catalogue", "docs"].map((name) => `test/policies/${name}.test.ts`);
      const tested = run("node_modules/mocha/bin/mocha.js", ...files);
      assert.equal(tested.status, 0, tested.stdout.slice(-3000));
      assert.ok(tested.stdout.includes(id), "its cases were tried");
    });
  }
});
