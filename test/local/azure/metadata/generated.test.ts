import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { generate } from "../../../../local/azure/metadata/generate.ts";

const directory = new URL("../../../../local/azure/metadata/", import.meta.url);

describe("the metadata of the local Azure", function () {
  this.timeout(60_000);

  it("is what the installed SDK says (else run: node local/azure/metadata/generate.ts)", () => {
    const expected = generate();
    const files = readdirSync(directory).filter((name) => name.endsWith(".json"));
    assert.deepEqual(files.sort(), [...expected.keys()].sort());
    for (const [name, text] of expected) {
      assert.ok(readFileSync(new URL(name, directory), "utf8") === text, `${name} is stale`);
    }
  });
});
