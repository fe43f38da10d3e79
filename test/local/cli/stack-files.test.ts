import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import {
  openStackFile,
  requireStack,
  stackNames,
  withoutSalt,
  withSalt,
} from "../../../local/cli/stack-files.ts";

const committed = "# why\nconfig:\n  p:key: value # because\n";
const salt = "encryptionsalt: v1:abc=:v1:def:ghi==\n";

describe("stack files", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "stack-files-"));
    writeFileSync(path.join(folder, "Pulumi.dev.yaml"), committed);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const engineCopy = () => path.join(folder, "engine", "Pulumi.dev.yaml");
  const open = () => openStackFile(folder, path.join(folder, "engine"), "dev");
  const current = () => readFileSync(path.join(folder, "Pulumi.dev.yaml"), "utf8");

  it("gives the engine the committed text, with the salt it wrote before", () => {
    open();
    writeFileSync(engineCopy(), committed + salt);
    open();
    assert.equal(readFileSync(engineCopy(), "utf8"), salt + committed);
  });

  it("keeps the committed file as it is when the engine adds its salt", () => {
    const file = open();
    writeFileSync(engineCopy(), committed + salt);
    file.finish();
    assert.equal(current(), committed);
  });

  it("takes a value that the engine only quoted for the same", () => {
    writeFileSync(path.join(folder, "Pulumi.dev.yaml"), "config:\n  p:on: true\n");
    const file = open();
    writeFileSync(engineCopy(), `config:\n  p:on: "true"\n${salt}`);
    file.finish();
    assert.equal(current(), "config:\n  p:on: true\n");
  });

  it("carries back what the engine set", () => {
    const file = open();
    writeFileSync(engineCopy(), `${committed}  p:other: 5\n${salt}`);
    file.finish();
    assert.equal(current(), `${committed}  p:other: 5\n`);
  });

  it("prefers a salt that the committed file has of its own", () => {
    assert.equal(withSalt(salt + committed, "encryptionsalt: other\n"), salt + committed);
    assert.equal(withoutSalt(committed + salt), committed);
  });

  it("lists the stacks and refuses any other", () => {
    assert.deepEqual(stackNames(folder), ["dev"]);
    assert.throws(
      () => requireStack(folder, "qa"),
      /no stack 'qa': Pulumi.qa.yaml does not exist. Stacks here: dev/,
    );
  });
});
