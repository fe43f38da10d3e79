import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execCredential } from "../../../../local/azure/entra/exec-credential.ts";
import { personToken } from "../../../../local/azure/entra/person-token.ts";
import { writeKubelogin } from "../../../../local/azure/entra/write-kubelogin.ts";
import { isObject, parseJson, stringAt } from "../../../../local/kubernetes/json.ts";

const server = "6dae42f8-4368-4678-94ff-3960e28e3630";

describe("the local directory", () => {
  let root: string;
  let state: string;
  beforeEach(() => {
    // A quote and a space: the script must bear them.
    root = mkdtempSync(join(tmpdir(), "it's local "));
    state = join(root, "azure");
    mkdirSync(state);
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  it("issues one token for a checkout, and keeps it to its owner", () => {
    const token = personToken(state);
    assert.match(token, /^[0-9a-f]{64}$/);
    assert.equal(personToken(state), token);
    assert.equal(statSync(join(state, "person-token")).mode & 0o777, 0o600);
    const other = join(root, "other");
    mkdirSync(other);
    assert.notEqual(personToken(other), token);
  });

  it("answers the flags of kubelogin, whatever the way of signing in", () => {
    const ways = [
      ["--login", "devicecode"],
      ["--login", "azurecli"],
      ["-l", "workloadidentity", "--federated-token-file", "/var/run/token"],
      ["--login=spn", "--client-secret", "none"],
      ["--login", "interactive", "--pop-enabled", "--legacy"],
    ];
    const common = [
      "get-token",
      "--environment",
      "AzurePublicCloud",
      "--server-id",
      server,
      "--client-id",
      "c",
      "--tenant-id",
      "t",
    ];
    for (const way of ways) {
      const credential = execCredential(["--state-directory", state, ...common, ...way], undefined);
      assert.equal(credential.kind, "ExecCredential");
      assert.equal(credential.apiVersion, "client.authentication.k8s.io/v1beta1");
      assert.equal(credential.status.token, personToken(state));
      assert.ok(Date.parse(credential.status.expirationTimestamp) > Date.now());
    }
  });

  it("answers in the API version that kubectl asks for", () => {
    const info = JSON.stringify({
      apiVersion: "client.authentication.k8s.io/v1",
      kind: "ExecCredential",
      spec: {},
    });
    assert.equal(
      execCredential(["--state-directory", state, "get-token"], info).apiVersion,
      "client.authentication.k8s.io/v1",
    );
  });

  it("refuses what it does not know", () => {
    const call =
      (...args: string[]) =>
      () =>
        execCredential(["--state-directory", state, ...args], undefined);
    assert.throws(call("convert-kubeconfig"), /unknown command "convert-kubeconfig"/);
    assert.throws(call(), /unknown command \(none\)/);
    assert.throws(call("get-token", "--server-id", "another"), /issues tokens for AKS/);
    assert.throws(call("get-token", "--login"), /flag needs an argument: --login/);
    assert.throws(call("get-token", "twice"), /unexpected argument "twice"/);
  });

  it("stands as a command beside the state", () => {
    const path = writeKubelogin(state);
    assert.equal(path, join(root, "bin", "kubelogin"));
    const written = statSync(path).mtimeMs;
    assert.equal(writeKubelogin(state), path);
    assert.equal(statSync(path).mtimeMs, written);
    const run = spawnSync(path, ["get-token", "--server-id", server], { encoding: "utf8", cwd: "/" });
    assert.equal(run.status, 0, run.stderr);
    const credential = parseJson(run.stdout);
    assert.ok(isObject(credential));
    assert.equal(stringAt(credential, "status", "token"), personToken(state));
    const wrong = spawnSync(path, ["remove-tokens"], { encoding: "utf8" });
    assert.equal(wrong.status, 1);
    assert.match(wrong.stderr, /^kubelogin \(local Azure\): unknown command "remove-tokens"/);
    assert.ok(!readFileSync(path, "utf8").includes(personToken(state)));
  });
});
