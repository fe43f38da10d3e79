import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { clusterFolder } from "../../../local/kubernetes/cluster-folder.ts";
import { ensureCredentials, readTokens } from "../../../local/kubernetes/credentials.ts";

describe("the credentials of a cluster", () => {
  let directory: string;
  beforeEach(() => (directory = mkdtempSync(path.join(tmpdir(), "credentials-"))));
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  it("are kept, so that a kubeconfig handed out stays valid", () => {
    const folder = clusterFolder(directory);
    const first = ensureCredentials(folder, "person");
    assert.deepEqual(ensureCredentials(folder, "person"), first);
    assert.deepEqual(readTokens(folder), first);
  });

  it("follow the person's token and leave the others", () => {
    const folder = clusterFolder(directory);
    const first = ensureCredentials(folder, "person");
    assert.deepEqual(ensureCredentials(folder, "another"), { ...first, person: "another" });
  });

  it("can be read by their owner alone", () => {
    const folder = clusterFolder(directory);
    ensureCredentials(folder, "person");
    for (const file of [folder.tokens, folder.serviceAccountKey])
      assert.equal(statSync(file).mode & 0o777, 0o600);
    assert.equal(statSync(path.dirname(folder.tokens)).mode & 0o777, 0o700);
  });

  it("give each component its own token and no component but kwok an administrator's group", () => {
    const folder = clusterFolder(directory);
    const tokens = ensureCredentials(folder, "person");
    assert.equal(new Set(Object.values(tokens)).size, 6);
    const lines = readFileSync(folder.tokens, "utf8").trim().split("\n");
    const administrators = lines
      .filter((line) => line.includes("system:masters"))
      .map((line) => line.split(",")[1]);
    assert.deepEqual(administrators, ["masterclient", "local-engineer", "kwok"]);
  });

  for (const token of ["", "a,b", 'a"b', "a b", "a\nb"]) {
    it(`refuse ${JSON.stringify(token)} as a person's token`, () => {
      assert.throws(() => ensureCredentials(clusterFolder(directory), token), /personToken/);
    });
  }

  it("are missing before the first start", () => {
    assert.throws(() => readTokens(clusterFolder(directory)), /no control plane was ever started/);
  });
});
