import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { format } from "prettier";
import { describePackage, folder } from "./package-description.ts";
import { reference } from "./readme-reference.ts";

const path = join(folder, "README.md");
const marker = "<!-- The rest is generated from the sources: UPDATE_README=1 npm test -- unit -->";

describe("the README of azure-platform", () => {
  it("describes every component, argument, default and output as the sources do", async function () {
    this.timeout(60_000);
    const [written = ""] = readFileSync(path, "utf8").split(marker);
    const current = await format(`${written}${marker}\n\n${reference(describePackage())}\n`, {
      parser: "markdown",
      printWidth: 110,
      trailingComma: "all",
    });
    if (process.env["UPDATE_README"] === "1") {
      writeFileSync(path, current);
    }
    assert.equal(readFileSync(path, "utf8"), current);
  });
});
