import assert from "node:assert/strict";
import { parse } from "yaml";
import { withKubelogin } from "../../../../../components/azure/aks/kubeconfig.ts";
import { KubeloginMode } from "../../../../../components/azure/aks/kubelogin-mode.ts";
import { at, azureKubeconfig } from "../registrations.ts";

/** The arguments of the first user's command. */
function argsOf(kubeconfig: string): string[] {
  const args = at(parse(kubeconfig), "users", "0", "user", "exec", "args");
  return Array.isArray(args) ? args.map(String) : [];
}

/** The kubeconfig without the arguments of its command. */
function withoutArgs(kubeconfig: string): unknown {
  return parse(kubeconfig, (key, value: unknown) => (key === "args" ? undefined : value));
}

describe("a kubeconfig with kubelogin", () => {
  for (const mode of Object.values(KubeloginMode)) {
    it(`signs in by ${mode}, and is otherwise as Azure wrote it`, () => {
      const converted = withKubelogin(azureKubeconfig, mode);
      const args = argsOf(converted);
      assert.deepEqual(args.slice(-2), ["--login", mode]);
      assert.equal(args.filter((arg) => arg === "--login").length, 1);
      assert.ok(!args.includes("devicecode") || mode === "devicecode");
      assert.deepEqual(withoutArgs(converted), withoutArgs(azureKubeconfig));
      assert.equal(args[args.indexOf("--server-id") + 1], "6dae42f8-4368-4678-94ff-3960e28e3630");
    });
  }

  it("keeps the client id of AKS for people, and leaves it out for callers with one of their own", () => {
    for (const mode of Object.values(KubeloginMode)) {
      const kept = argsOf(withKubelogin(azureKubeconfig, mode)).includes("--client-id");
      assert.equal(kept, !["workloadidentity", "spn", "msi"].includes(mode), mode);
    }
  });

  it("understands the short flag and flags with an equals sign", () => {
    const flags = azureKubeconfig
      .replace("      - --login\n      - devicecode\n", "      - --login=devicecode\n")
      .replace("      - --client-id\n      - ", "      - --client-id=");
    assert.deepEqual(argsOf(withKubelogin(flags, "azurecli")).slice(-2), ["--login", "azurecli"]);
    assert.ok(!withKubelogin(flags, "msi").includes("80faf920"));
    const short = azureKubeconfig.replace("- --login", "- -l");
    assert.ok(!argsOf(withKubelogin(short, "azurecli")).includes("-l"));
  });

  it("keeps a command that somebody replaced, and its environment", () => {
    const own = azureKubeconfig
      .replace("command: kubelogin", "command: /opt/tools/token")
      .replace("env: null", "env: [{ name: A, value: b }]");
    const converted = withKubelogin(own, "azurecli");
    assert.deepEqual(withoutArgs(converted), withoutArgs(own));
    assert.match(converted, /command: \/opt\/tools\/token/);
  });

  it("leaves a file alone in which nobody asks for a token", () => {
    const other = azureKubeconfig.replace("- get-token", "- eks");
    assert.equal(withKubelogin(other, "azurecli"), other);
    assert.equal(withKubelogin("kind: Config\n", "azurecli"), "kind: Config\n");
  });

  it("reads JSON, which is YAML too", () => {
    const json = JSON.stringify(parse(azureKubeconfig));
    assert.deepEqual(argsOf(withKubelogin(json, "azurecli")).slice(-2), ["--login", "azurecli"]);
  });

  it("says where a text is no YAML, without showing it: it holds credentials", () => {
    assert.throws(
      () => withKubelogin("a: [secret-token\nb: {", "azurecli"),
      (error) =>
        error instanceof Error &&
        /no YAML.*line \d/.test(error.message) &&
        !error.message.includes("secret-token"),
    );
  });
});
