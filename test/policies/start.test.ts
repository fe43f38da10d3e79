import assert from "node:assert/strict";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, it } from "mocha";
import { fingerprint } from "../../policies/start/fingerprint.ts";
import { PackProcess } from "./pack-process.ts";

const root = path.join(import.meta.dirname, "../..");
const rule = "rules/aks/aks-kubernetes-rbac.ts";

describe("the start of the policy pack", function () {
  this.timeout(60_000);
  let checkout: string;
  let pack: string;
  let bundles: string;

  before(() => {
    checkout = mkdtempSync(path.join(tmpdir(), "policy-pack-"));
    pack = path.join(checkout, "policies");
    bundles = path.join(checkout, "node_modules/.cache/azure-platform-policies");
    cpSync(path.join(root, "policies"), pack, {
      recursive: true,
      filter: (file) => !["dist", "node_modules"].includes(path.basename(file)),
    });
    // Dependencies of the checkout's own, so that nothing is kept in the real ones.
    mkdirSync(path.join(checkout, "node_modules"));
    for (const name of readdirSync(path.join(root, "node_modules")).filter((entry) => !entry.startsWith(".")))
      symlinkSync(path.join(root, "node_modules", name), path.join(checkout, "node_modules", name));
  });

  after(() => rmSync(checkout, { recursive: true, force: true }));

  const bundle = () => path.join(bundles, `${fingerprint(pack)}.mjs`);

  async function titleOfRule(): Promise<string | undefined> {
    const running = await PackProcess.start(pack, checkout);
    try {
      const info = await running.info();
      // A bundle is made while the engine is already being answered.
      for (let tries = 0; tries < 200 && !existsSync(bundle()); tries++)
        await new Promise((resolve) => setTimeout(resolve, 50));
      const policies = info.getPoliciesList();
      return policies.find((policy) => policy.getName() === "aks-kubernetes-rbac")?.getDisplayname();
    } finally {
      await running.stop();
    }
  }

  it("leaves the pack in one file for the next run", async () => {
    assert.ok(!existsSync(bundles));
    const title = await titleOfRule();
    assert.ok(existsSync(bundle()));

    // That the second run is from this file shows when the file says something else.
    assert.ok(title !== undefined);
    writeFileSync(bundle(), readFileSync(bundle(), "utf8").replaceAll(title, "Kept from the first run"));
    assert.equal(await titleOfRule(), "Kept from the first run");
  });

  it("takes a change of a rule at once", async () => {
    const former = bundle();
    const source = readFileSync(path.join(pack, rule), "utf8");
    writeFileSync(path.join(pack, rule), source.replace(/title: ".*"/, 'title: "Changed in the sources"'));
    assert.equal(await titleOfRule(), "Changed in the sources");
    assert.ok(!existsSync(former), "the bundle of former sources is removed");
    assert.equal(await titleOfRule(), "Changed in the sources");
  });

  it("works where nothing can be kept", async () => {
    rmSync(bundles, { recursive: true });
    // A file stands where the folder would be.
    writeFileSync(bundles, "");
    const running = await PackProcess.start(pack, checkout);
    try {
      for (const pause of [0, 500]) {
        await new Promise((resolve) => setTimeout(resolve, pause));
        const info = await running.info();
        assert.ok(info.getPoliciesList().length > 0);
      }
    } finally {
      await running.stop();
    }
  });
});
