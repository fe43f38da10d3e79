import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { engineEnvironment } from "../../local/engine/home.ts";
import { silentProgress } from "../../local/engine/progress.ts";
import { ensureTools } from "../../local/engine/toolchain.ts";
import { rules } from "../../policies/registry.ts";
import { ended, type Ended } from "./workspace.ts";

const checkout = path.resolve(import.meta.dirname, "../..");
const pack = path.join(checkout, "policies");
const minute = 60_000;

/** How somebody may run the engine so that it does not load the pack. */
const commands: Readonly<
  Record<string, { args: readonly string[]; environment?: Readonly<Record<string, string>> }>
> = {
  "pulumi preview without a flag": { args: ["preview"] },
  "pulumi up without a flag": { args: ["up", "--yes"] },
  "pulumi up --skip-preview": { args: ["up", "--yes", "--skip-preview"] },
  "an empty flag beside the variable": {
    args: ["up", "--yes", "--skip-preview", "--policy-pack", ""],
    environment: { PULUMI_OPTION_POLICY_PACK: pack },
  },
};

/** How a resource may come that nobody looks at. */
const ways = [
  "plain",
  "component",
  "remote component",
  "another API version",
  "the package of one API version",
  "an import",
  "a secret",
] as const;

describe("ways around the policies", function () {
  this.timeout(2 * minute);
  this.slow(minute);
  let folder: string;
  let run: (args: readonly string[], environment: Readonly<Record<string, string>>) => Promise<Ended>;

  before(async () => {
    folder = realpathSync(mkdtempSync(path.join(tmpdir(), "bypass-test-")));
    run = await preparedEngine(folder);
    writeFileSync(path.join(folder, "policies.yaml"), policyFile());
    const made = await run(["stack", "init", "dev", "--non-interactive"], {});
    assert.equal(made.code, 0, made.output);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));
  beforeEach(() => rmSync(path.join(folder, "created"), { force: true }));

  const created = (): readonly string[] => {
    const file = path.join(folder, "created");
    return existsSync(file) ? readFileSync(file, "utf8").trim().split("\n") : [];
  };
  const engine = (args: readonly string[], way: string, environment: Readonly<Record<string, string>> = {}) =>
    run([...args, "--non-interactive"], { WAY: way, ...environment });

  function assertStopped({ code, output }: Ended): void {
    assert.notEqual(code, 0, output);
    assert.match(output, /storage-https-only[\s\S]*Remedy: /);
    assert.ok(!created().includes("offender"), "the offending resource was created");
  }

  for (const way of ways) {
    it(`${way}: stopped by the pack`, async () => {
      assertStopped(await engine(["preview", "--policy-pack", pack], way));
    });
    it(`${way}: stopped without the pack, and with --skip-preview`, async () => {
      assertStopped(await engine(["up", "--yes", "--skip-preview"], way));
    });
  }

  for (const [command, { args, environment }] of Object.entries(commands)) {
    it(`${command}: stopped`, async () => {
      assertStopped(await engine(args, "plain", environment));
    });
  }

  it("--target: stopped", async () => {
    const urn = "urn:pulumi:dev::bypass::azure-native:storage:StorageAccount::offender";
    assertStopped(await engine(["up", "--yes", "--target", urn], "plain"));
    assertStopped(await engine(["up", "--yes", "--skip-preview", "--target", urn], "plain"));
  });

  describe("a value that is not known at preview", () => {
    const way = "a value that is not known at preview";

    beforeEach(async () => {
      const destroyed = await engine(["destroy", "--yes"], way);
      assert.equal(destroyed.code, 0, destroyed.output);
    });

    it("is reported, and stops the update before the resource is created", async () => {
      const preview = await engine(["preview", "--policy-pack", pack], way);
      assert.equal(preview.code, 0, preview.output);
      assert.match(preview.output, /storage-https-only/);
      assertStopped(await engine(["up", "--yes"], way));
      assertStopped(await engine(["up", "--yes", "--policy-pack", pack], way));
    });

    it("stops the preview where the stack says so, with the pack and without", async () => {
      const file = path.join(folder, "policies.yaml");
      writeFileSync(file, policyFile({ onUnknown: "violate" }));
      for (const args of [["preview", "--policy-pack", pack], ["preview"]]) {
        const preview = await engine(args, way);
        assertStopped(preview);
        assert.match(preview.output, /not known before the update/);
      }
      writeFileSync(file, policyFile());
    });
  });

  it("a password among the outputs of the stack: seen by the pack", async () => {
    const { output } = await engine(["preview", "--policy-pack", pack], "a stack output");
    assert.match(output, /governance-secret-outputs[\s\S]*password reads as a secret/);
  });

  it("leaves what complies alone", async () => {
    const { code, output } = await engine(["up", "--yes", "--skip-preview"], "nothing");
    assert.equal(code, 0, output);
    assert.ok(created().includes("innocent"));
  });
});

/** A policy file under which no rule but the one that is broken here is mandatory. */
function policyFile(settings: object = {}): string {
  const others = rules.filter(({ id }) => id !== "storage-https-only");
  return JSON.stringify({
    ...settings,
    levels: Object.fromEntries(others.map(({ id }) => [id, "advisory"])),
  });
}

/** Makes a project of the program here, with providers that take anything, and gives its engine. */
async function preparedEngine(folder: string) {
  const tools = await ensureTools(["pulumi", "pulumi-language-nodejs"], silentProgress);
  const home = path.join(folder, "home");
  const backend = path.join(folder, "backend");
  mkdirSync(backend);
  const sources = path.join(import.meta.dirname, "bypass");
  const plugins = {
    "azure-native": "recording-provider.ts",
    "azure-native_storage_v20230101": "recording-provider.ts",
    random: "recording-provider.ts",
    remote: "remote-component.ts",
  };
  for (const [name, source] of Object.entries(plugins)) {
    const plugin = path.join(home, "plugins", `resource-${name}-v1.0.0`, `pulumi-resource-${name}`);
    mkdirSync(path.dirname(plugin), { recursive: true });
    const own = source.startsWith("recording") ? `'${name}' ` : "";
    writeFileSync(
      plugin,
      `#!/bin/sh\nexec '${process.execPath}' '${path.join(sources, source)}' ${own}"$@"\n`,
    );
    chmodSync(plugin, 0o755);
  }
  const passphraseFile = path.join(folder, "passphrase");
  writeFileSync(passphraseFile, "only-for-this-test");
  symlinkSync(path.join(checkout, "node_modules"), path.join(folder, "node_modules"));
  writeFileSync(path.join(folder, "package.json"), JSON.stringify({ type: "module", main: "program.js" }));
  writeFileSync(
    path.join(folder, "program.js"),
    `export * from ${JSON.stringify(path.join(sources, "program.ts"))};\n`,
  );
  writeFileSync(
    path.join(folder, "Pulumi.yaml"),
    "name: bypass\nmain: program.js\nruntime:\n  name: nodejs\n  options:\n    typescript: false\n",
  );
  const environment = engineEnvironment({
    pulumi: tools.pulumi,
    languageHost: tools["pulumi-language-nodejs"],
    pulumiHome: home,
    backend,
    passphraseFile,
  });
  return (args: readonly string[], more: Readonly<Record<string, string>>): Promise<Ended> =>
    ended(
      spawn(tools.pulumi, args, {
        cwd: folder,
        env: { ...environment, CREATED: path.join(folder, "created"), ...more, CI: "true" },
        stdio: ["ignore", "pipe", "pipe"],
      }),
    );
}
