import { existsSync } from "node:fs";
import { join } from "node:path";
import { Client } from "@grpc/grpc-js";
import * as pulumi from "@pulumi/pulumi";
import { attends } from "./guard/attendance.ts";
import type { Enforcement } from "./guard/enforcement.ts";
import { describeUndecided, describeViolations } from "./guard/report.ts";
import type { Violation } from "./guard/verdict.ts";
import type { EnforcementLevel, Rule } from "./rule.ts";
import { policyFileName } from "./settings/policy-file-name.ts";
import type { PolicySettings } from "./settings/policy-settings.ts";

/** Settings of the guard; a program needs none of them. */
export interface GuardOptions {
  /** The rules to choose the mandatory ones from. Default: the pack's own. */
  readonly rules?: readonly Rule[];
  /**
   * Levels that differ from the rules' own, by rule id, in the shape of the engine's `--policy-pack-config`; an unknown id
   * is refused. Default: none.
   */
  readonly levels?: Readonly<Record<string, EnforcementLevel>>;
  /** Pack, parameters and exemptions. Default: what the policy file in the program's folder says. */
  readonly settings?: PolicySettings;
  /** The folder of the pack that makes the guard unnecessary when the engine loads it. Default: this package's own. */
  readonly packFolder?: string;
  /** The engine's address, under which a pack says that it is there. Default: what the engine started the program with. */
  readonly engine?: string;
}

/**
 * Keeps the mandatory policies in force when the engine has not loaded the pack.
 *
 * Call it before the first resource is made. When the pack is there, told by a flag or by the environment, nothing happens. Otherwise
 * every resource that the engine registers from then on, those inside components, charts and remote components
 * included, is judged by the same mandatory rules, and the run fails with the same findings:
 *
 * - In a preview everything is judged first, so that all violations of all resources are reported together, and then the
 *   preview fails. So `pulumi up` creates nothing.
 * - In an update without a preview (`--skip-preview`) the registration of an offending resource fails, so that it is not
 *   created; what was registered before it may have been.
 * - Rules about the whole stack are judged when the program has registered everything: before anything is created in a
 *   preview, and after it in an update without one, exactly like the engine's own stack policies.
 *
 * A value that is not known at preview leaves a rule undecided, which is reported; in the update it is decided before
 * the resource is created. Resources that are made before the call escape the guard, and so do those that are read or
 * deleted rather than registered.
 */
export function installGuard(options: GuardOptions = {}): void {
  const { packFolder = import.meta.dirname, engine = engineOfProgram() } = options;
  if (engine !== undefined && attends({ engine, folder: packFolder })) return;

  // Loaded only where it is needed, because a hundred modules take a while.
  const enforcement = startEnforcement(options);
  pulumi.runtime.registerResourceTransform(async (args) => {
    await (await enforcement).judge(args);
    return undefined;
  });
  // The SDK, too, lets everything else come first and then waits for the engine to finish: this is the last moment at
  // which nothing is pending any more, and the program can still fail.
  process.once("beforeExit", () => void enforcement.then((guard) => reportEnd(guard, packFolder)));
}

/** The address of the engine that runs this program. The SDK keeps it to itself, but for the connection. */
function engineOfProgram(): string | undefined {
  const engine: unknown = pulumi.runtime.getEngine();
  if (!(engine instanceof Client)) return undefined;
  return engine
    .getChannel()
    .getTarget()
    .replace(/^(dns|passthrough|ipv4):(\/\/\/)?/, "");
}

async function startEnforcement(options: GuardOptions): Promise<Enforcement> {
  const [{ Enforcement }, { mandatoryRules }, { ExemptionBook }, registry] = await Promise.all([
    import("./guard/enforcement.ts"),
    import("./guard/mandatory-rules.ts"),
    import("./settings/exemption-book.ts"),
    import("./registry.ts"),
  ]);
  const rules = options.rules ?? registry.rules;
  const settings = options.settings ?? (await settingsFromFile(rules));
  return new Enforcement({
    rules: mandatoryRules(rules, options.levels ?? {}, settings),
    judging: { settings, exemptions: new ExemptionBook(settings.exemptions ?? [], pulumi.getStack()) },
    preview: pulumi.runtime.isDryRun(),
    fail: failRun,
  });
}

/** What the policy file beside Pulumi.yaml says; most programs have none, and need not load what reads it. */
async function settingsFromFile(rules: readonly Rule[]): Promise<PolicySettings> {
  const folder = process.cwd();
  if (!existsSync(join(folder, policyFileName))) return {};
  const { readPolicyFile } = await import("./settings/policy-file.ts");
  return readPolicyFile(folder, pulumi.getStack(), rules);
}

async function reportEnd(enforcement: Enforcement, packFolder: string): Promise<void> {
  const { undecided, failed } = enforcement.finish();
  if (undecided.length > 0) await pulumi.log.warn(describeUndecided(undecided));
  if (failed) {
    await pulumi.log.info(
      `The engine has not loaded the policy pack, so that the program enforced it. For the engine's own report: PULUMI_OPTION_POLICY_PACK=${packFolder}`,
    );
  }
}

/** Makes the run fail in the end, and lets it go on until then. */
function failRun(violations: readonly Violation[]): void {
  const error = new pulumi.RunError(describeViolations(violations));
  // Once the program's module has ended, the SDK prints the stack where it has one, and it says nothing to the user.
  error.stack = error.message;
  // The SDK logs an error that nobody handles, lets the program run on, and makes it fail.
  void Promise.reject(error);
}
