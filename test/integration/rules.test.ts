import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { engineEnvironment } from "../../local/engine/home.ts";
import { silentProgress } from "../../local/engine/progress.ts";
import { ensureTools } from "../../local/engine/toolchain.ts";
import { rules } from "../../policies/registry.ts";
import { allCases } from "../policies/cases/index.ts";
import { ended, type Ended } from "./workspace.ts";

/** All rules but the one about exemptions, which judges the pack's settings and not what a program registers. */
const judging = rules.filter(({ id }) => Object.hasOwn(allCases, id));

const checkout = path.resolve(import.meta.dirname, "../..");
const minute = 60_000;

type Engine = (args: readonly string[], environment?: Readonly<Record<string, string>>) => Promise<Ended>;

describe("every rule on the real engine", function () {
  this.timeout(5 * minute);
  this.slow(minute);
  let folder: string;
  let engine: Engine;
  let seen: ReadonlySet<string>;

  before(async () => {
    folder = realpathSync(mkdtempSync(path.join(tmpdir(), "rules-test-")));
    engine = await preparedEngine(folder);
    const made = await engine(["stack", "init", "rules", "--non-interactive"]);
    assert.equal(made.code, 0, made.output);
    seen = await violatedIn({ RULES: judging.map(({ id }) => id).join(",") });
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  /** The rules that fail the preview of a program with these violating cases. */
  async function violatedIn(cases: Readonly<Record<string, string>>): Promise<ReadonlySet<string>> {
    const preview = await engine(
      [
        "preview",
        "--non-interactive",
        "--policy-pack",
        path.join(checkout, "policies"),
        "--policy-pack-config",
        path.join(folder, "levels.json"),
      ],
      cases,
    );
    assert.equal(preview.code, 0, preview.output.slice(-5000));
    return violatedRules(preview.stdout);
  }

  for (const { id, scope } of judging) {
    it(`${id} fails a preview`, async () => {
      // What a rule about the whole stack misses in one case may stand in another: such a case is tried alone.
      const violated =
        seen.has(id) || (scope === "stack" && (await violatedIn({ RULES: id, CASE: "0" })).has(id));
      assert.ok(violated, `the engine reported no violation of ${id}`);
    });
  }
});

/** Makes a project of the violating cases, with providers that take anything, and gives its engine. */
async function preparedEngine(folder: string): Promise<Engine> {
  const tools = await ensureTools(["pulumi", "pulumi-language-nodejs"], silentProgress);
  const home = path.join(folder, "home");
  const backend = path.join(folder, "backend");
  mkdirSync(backend);
  for (const name of packages()) {
    const plugin = path.join(home, "plugins", `resource-${name}-v1.0.0`, `pulumi-resource-${name}`);
    mkdirSync(path.dirname(plugin), { recursive: true });
    const program = path.join(import.meta.dirname, "rules/accepting-provider.ts");
    writeFileSync(plugin, `#!/bin/sh\nexec '${process.execPath}' '${program}' '${name}' "$@"\n`);
    chmodSync(plugin, 0o755);
  }
  const passphraseFile = path.join(folder, "passphrase");
  writeFileSync(passphraseFile, "only-for-this-test");
  writeFileSync(path.join(folder, "levels.json"), JSON.stringify({ all: "advisory" }));
  symlinkSync(path.join(checkout, "node_modules"), path.join(folder, "node_modules"));
  writeFileSync(path.join(folder, "package.json"), JSON.stringify({ type: "module", main: "program.js" }));
  const program = path.join(import.meta.dirname, "rules/program.ts");
  writeFileSync(path.join(folder, "program.js"), `import ${JSON.stringify(program)};\n`);
  writeFileSync(
    path.join(folder, "Pulumi.yaml"),
    "name: rules\nmain: program.js\nruntime:\n  name: nodejs\n  options:\n    typescript: false\n",
  );
  const environment = engineEnvironment({
    pulumi: tools.pulumi,
    languageHost: tools["pulumi-language-nodejs"],
    pulumiHome: home,
    backend,
    passphraseFile,
  });
  return (args, more = {}) =>
    ended(
      spawn(tools.pulumi, args, {
        cwd: folder,
        env: { ...environment, ...more, CI: "true" },
        stdio: ["ignore", "pipe", "pipe"],
      }),
    );
}

/** The packages of the types in the violating cases, as the engine looks for their plugins. */
function packages(): ReadonlySet<string> {
  const types = Object.values(allCases).flatMap(({ violating }) =>
    violating.flatMap(({ subject }) => ("type" in subject ? [subject] : subject)).map(({ type }) => type),
  );
  return new Set(types.map((type) => type.slice(0, type.indexOf(":"))).filter((name) => name !== "pulumi"));
}

/** The rules that a preview reports as violated: `- [advisory] [severity: low]  rule  (type: name)` and the lines below it. */
function violatedRules(output: string): ReadonlySet<string> {
  const entries = output.split(/\n\s*- (?=\[(?:advisory|mandatory)\])/);
  return new Set(
    entries.flatMap((entry) => {
      const rule = /^\[\w+\]\s+(?:\[severity: \w+\]\s+)?(\S+)/.exec(entry)?.[1];
      const violated = entry.includes("Remedy:") && !entry.includes("is not known before the update");
      return rule !== undefined && violated ? [rule] : [];
    }),
  );
}
