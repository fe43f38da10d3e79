import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, readlinkSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { engineEnvironment, preparePulumiHome } from "../../../local/engine/home.ts";
import type { PulumiHomeContent } from "../../../local/engine/home.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const content: PulumiHomeContent = {
  providers: [{ name: "azure-native", version: "3.28.0", command: ["/bin/echo", "it's", "a $HOME"] }],
  kubernetes: { version: "4.25.0", binary: "/cache/pulumi-resource-kubernetes" },
};

describe("preparePulumiHome", () => {
  const folder = temporaryFolder();
  const plugin = (...parts: string[]) => path.join(folder(), "plugins", ...parts);
  const script = () => plugin("resource-azure-native-v3.28.0", "pulumi-resource-azure-native");

  it("lays plugins out as the engine looks for them", async () => {
    await preparePulumiHome(folder(), content);
    assert.deepEqual(readdirSync(plugin()).sort(), [
      "resource-azure-native-v3.28.0",
      "resource-kubernetes-v4.25.0",
    ]);
    assert.equal(
      readlinkSync(plugin("resource-kubernetes-v4.25.0", "pulumi-resource-kubernetes")),
      "/cache/pulumi-resource-kubernetes",
    );
  });

  it("runs the command with its own words unchanged and the engine's after them", async () => {
    await preparePulumiHome(folder(), content);
    assert.equal(
      execFileSync(script(), ["127.0.0.1:1", "b c"], { encoding: "utf8" }),
      "it's a $HOME 127.0.0.1:1 b c\n",
    );
  });

  it("leaves alone what is right, replaces what is not", async () => {
    await preparePulumiHome(folder(), content);
    const before = statSync(script());
    await preparePulumiHome(folder(), content);
    const after = statSync(script());
    assert.deepEqual([after.ino, after.mtimeMs], [before.ino, before.mtimeMs]);

    await preparePulumiHome(folder(), {
      providers: [{ name: "azure-native", version: "3.28.0", command: ["/bin/other"] }],
      kubernetes: { version: "4.25.0", binary: "/cache/other" },
    });
    assert.match(readFileSync(script(), "utf8"), /exec '\/bin\/other' "\$@"/);
    assert.equal(
      readlinkSync(plugin("resource-kubernetes-v4.25.0", "pulumi-resource-kubernetes")),
      "/cache/other",
    );
    assert.deepEqual(readdirSync(path.dirname(script())), ["pulumi-resource-azure-native"]);
  });

  it("removes other versions of its plugins, and nothing else", async () => {
    for (const name of [
      "resource-azure-native-v3.27.0",
      "resource-azure-native-v2-v2.0.0",
      "resource-aws-v7.0.0",
    ]) {
      mkdirSync(plugin(name), { recursive: true });
      writeFileSync(plugin(name, "file"), "");
    }
    await preparePulumiHome(folder(), content);
    assert.deepEqual(readdirSync(plugin()).sort(), [
      "resource-aws-v7.0.0",
      "resource-azure-native-v2-v2.0.0",
      "resource-azure-native-v3.28.0",
      "resource-kubernetes-v4.25.0",
    ]);
  });

  it("may be called by many at once", async () => {
    await Promise.all(Array.from({ length: 8 }, () => preparePulumiHome(folder(), content)));
    assert.deepEqual(readdirSync(plugin()).sort(), [
      "resource-azure-native-v3.28.0",
      "resource-kubernetes-v4.25.0",
    ]);
  });
});

describe("engineEnvironment", () => {
  const options = {
    pulumi: "/cache/bin/pulumi",
    languageHost: "/cache/bin/pulumi-language-nodejs",
    pulumiHome: "/checkout/.local/pulumi home",
    backend: "/checkout/with space/backend",
    passphraseFile: "/checkout/.local/passphrase",
  };

  it("leads to the local plugins, state and passphrase", () => {
    const environment = engineEnvironment({
      ...options,
      environment: { PATH: "/usr/bin", HOME: "/home/me" },
    });
    assert.equal(environment["PULUMI_HOME"], options.pulumiHome);
    assert.equal(environment["PULUMI_BACKEND_URL"], "file:///checkout/with%20space/backend");
    assert.equal(environment["PULUMI_CONFIG_PASSPHRASE_FILE"], options.passphraseFile);
    assert.equal(environment["HOME"], "/home/me");
    assert.equal(environment["PATH"], `${path.dirname(process.execPath)}:/cache/bin:/usr/bin`);
  });

  it("does not let the caller's environment lead elsewhere", () => {
    const environment = engineEnvironment({
      ...options,
      environment: {
        PULUMI_ACCESS_TOKEN: "token",
        PULUMI_CONFIG_PASSPHRASE: "other",
        PULUMI_BACKEND_URL: "s3://elsewhere",
        PULUMI_OPTION_POLICY_PACK: "/other/pack",
      },
    });
    assert.equal(environment["PULUMI_ACCESS_TOKEN"], undefined);
    assert.equal(environment["PULUMI_CONFIG_PASSPHRASE"], undefined);
    assert.equal(environment["PULUMI_OPTION_POLICY_PACK"], undefined);
    assert.match(environment["PULUMI_BACKEND_URL"] ?? "", /^file:/);
  });

  it("names the policy pack", () => {
    const environment = engineEnvironment({ ...options, policyPack: "/checkout/policies", environment: {} });
    assert.equal(environment["PULUMI_OPTION_POLICY_PACK"], "/checkout/policies");
  });
});
