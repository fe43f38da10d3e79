import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { z } from "zod";
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

/** One of the engine's events, by what is read of it here. */
const policyEvent = z.object({
  policyEvent: z.object({ policyName: z.string(), resourceUrn: z.string().default(""), message: z.string() }),
});

/** Which rule is violated by which resource; the stack, or nothing, where it is no one resource. */
interface Violation {
  readonly rule: string;
  readonly urn: string;
}

describe("every rule on the real engine", function () {
  this.timeout(5 * minute);
  this.slow(minute);
  const all = judging.map(({ id }) => id).join(",");
  let folder: string;
  let engine: Engine;
  let ofViolating: readonly Violation[];
  let ofCompliant: readonly Violation[];

  before(async () => {
    folder = realpathSync(mkdtempSync(path.join(tmpdir(), "rules-test-")));
    engine = await preparedEngine(folder);
    const made = await engine(["stack", "init", "rules", "--non-interactive"]);
    assert.equal(made.code, 0, made.output);
    ofViolating = await violationsIn({ RULES: all });
    ofCompliant = await violationsIn({ RULES: all, COMPLIANT: "true" });
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  /** What the preview of a program with these cases reports, with every rule on. */
  async function violationsIn(cases: Readonly<Record<string, string>>): Promise<readonly Violation[]> {
    const preview = await engine(
      [
        "preview",
        "--non-interactive",
        "--json",
        "--policy-pack",
        path.join(checkout, "policies"),
        "--policy-pack-config",
        path.join(folder, "levels.json"),
      ],
      // Every event on a line of its own.
      { ...cases, PULUMI_ENABLE_STREAMING_JSON_PREVIEW: "true" },
    );
    assert.equal(preview.code, 0, preview.output.slice(-5000));
    return reportedIn(preview.stdout);
  }

  for (const { id, scope } of judging) {
    const byOwnCase = ({ rule, urn }: Violation) =>
      rule === id &&
      (urn.includes(`::case:${id}:Case`) || urn.includes("::pulumi:pulumi:Stack::") || urn === "");

    it(`${id} fails a preview`, async () => {
      // What a rule about the whole stack misses in one case may stand in another: such a case is tried alone.
      const violated =
        ofViolating.some(byOwnCase) ||
        (scope === "stack" && (await violationsIn({ RULES: id, CASE: "0" })).some(byOwnCase));
      assert.ok(violated, `the engine reported no violation of ${id}`);
    });

    // Of the stack as a whole, what complies with one rule may violate the next case.
    if (scope === "resource") {
      it(`${id} passes what complies`, () => {
        assert.deepEqual(ofCompliant.filter(byOwnCase), []);
      });
    }
  }
});

/** Makes a project of the cases, with providers that take anything, and gives its engine. */
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

/** The packages of the types in the cases, as the engine looks for their plugins. */
function packages(): ReadonlySet<string> {
  const types = Object.values(allCases)
    .flatMap(({ compliant, violating }) => [...compliant, ...violating.map(({ subject }) => subject)])
    .flatMap((subject) => ("type" in subject ? [subject] : subject))
    .map(({ type }) => type);
  return new Set(types.map((type) => type.slice(0, type.indexOf(":"))).filter((name) => name !== "pulumi"));
}

/** Reads the violations among the engine's events; what is undecided is not one. */
function reportedIn(events: string): readonly Violation[] {
  return events.split("\n").flatMap((line) => {
    if (!line.startsWith("{")) return [];
    const { data } = policyEvent.safeParse(JSON.parse(line));
    if (data === undefined) return [];
    const { policyName, resourceUrn, message } = data.policyEvent;
    const decided = message.includes("Remedy:") && !message.includes("is not known before the update");
    return decided ? [{ rule: policyName, urn: resourceUrn }] : [];
  });
}
