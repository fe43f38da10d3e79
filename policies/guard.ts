import * as pulumi from "@pulumi/pulumi";
import { engineLoads, policyPackOption } from "./guard/engine-option.ts";
import { urnOf } from "./guard/urn.ts";
import { describeUndecided, describeViolations, judgeResource, judgeStack } from "./guard/verdict.ts";
import type { UndecidedRule, Violation } from "./guard/verdict.ts";
import { readWireInputs } from "./guard/wire-inputs.ts";
import { rules as allRules } from "./registry.ts";
import { matchesType, parseResourceType } from "./resource-type.ts";
import type { Enforcement, ResourceRule, Rule, StackRule } from "./rule.ts";
import { unknownCheckingProxy } from "./unknown.ts";
import { viewOf } from "./view.ts";
import type { ResourceView } from "./view.ts";

/** Settings of the guard; a program needs none of them. */
export interface GuardOptions {
  /** The rules to choose the mandatory ones from. Default: the pack's own. */
  readonly rules?: readonly Rule[];
  /**
   * Levels that differ from the rules' own, by rule id, in the shape of the engine's `--policy-pack-config`; an unknown id
   * is refused. Default: none.
   */
  readonly levels?: Readonly<Record<string, Enforcement>>;
  /** The folder of the pack that makes the guard unnecessary when the engine loads it. Default: this package's own. */
  readonly packFolder?: string;
  /** Where to look whether the engine loads the pack. Default: the process's environment. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/**
 * Keeps the mandatory policies in force when the engine was not told to load the pack.
 *
 * Call it before the first resource is made. When {@link policyPackOption} names this pack, nothing happens. Otherwise
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
  const { packFolder = import.meta.dirname, environment = process.env } = options;
  if (engineLoads(environment[policyPackOption], packFolder)) return;

  const guard = new Guard(mandatoryRules(options.rules ?? allRules, options.levels ?? {}), packFolder);
  pulumi.runtime.registerResourceTransform(async (args) => {
    await guard.judge(args);
    return undefined;
  });
  // The SDK, too, lets everything else come first and then waits for the engine to finish: this is the last moment at
  // which nothing is pending any more, and the program can still fail.
  process.once("beforeExit", () => guard.finish());
}

/** The rules that the guard enforces. */
export function mandatoryRules(
  rules: readonly Rule[],
  levels: Readonly<Record<string, Enforcement>>,
): readonly Rule[] {
  const ids = new Set(rules.map(({ id }) => id));
  for (const id of Object.keys(levels)) {
    if (!ids.has(id))
      throw new Error(`levels names the rule ${JSON.stringify(id)}, which the policy pack does not have`);
  }
  return rules.filter(({ id, enforcement }) => (levels[id] ?? enforcement) === "mandatory");
}

/** Judges resources as they are registered, and the stack at the end. */
class Guard {
  readonly #resourceRules: readonly ResourceRule[];
  readonly #stackRules: readonly StackRule[];
  readonly #packFolder: string;
  readonly #stackResources: ResourceView[] = [];
  readonly #undecided: UndecidedRule[] = [];
  #failed = false;

  constructor(rules: readonly Rule[], packFolder: string) {
    this.#resourceRules = rules.filter((rule) => rule.scope === "resource");
    this.#stackRules = rules.filter((rule) => rule.scope === "stack");
    this.#packFolder = packFolder;
  }

  async judge(args: pulumi.ResourceTransformArgs): Promise<void> {
    const type = parseResourceType(args.type);
    const rules = this.#resourceRules.filter(({ appliesTo }) =>
      appliesTo.some((pattern) => matchesType(pattern, type)),
    );
    const kept = this.#stackRules.some(({ appliesTo, reads }) =>
      [...appliesTo, ...reads].some((pattern) => matchesType(pattern, type)),
    );
    if (rules.length === 0 && !kept) return;

    const resource = await resourceView(args);
    if (kept) this.#stackResources.push(resource);
    const { violations, undecided } = judgeResource(rules, resource);
    this.#undecided.push(...undecided);
    this.#report(violations);
    // Nothing comes into being in a preview, so that it goes on and finds the rest.
    if (violations.length > 0 && !pulumi.runtime.isDryRun()) {
      throw new Error(
        `${args.type} ${JSON.stringify(args.name)} was not registered: it violates mandatory policies`,
      );
    }
  }

  finish(): void {
    const { violations, undecided } = judgeStack(this.#stackRules, this.#stackResources);
    this.#report(violations);
    this.#undecided.push(...undecided);
    if (this.#undecided.length > 0) void pulumi.log.warn(describeUndecided(this.#undecided));
    if (this.#failed) {
      void pulumi.log.info(
        `The engine was not told to load the policy pack, so that the program enforced it. For the engine's own report: ${policyPackOption}=${this.#packFolder}`,
      );
    }
  }

  #report(violations: readonly Violation[]): void {
    if (violations.length === 0) return;
    this.#failed = true;
    const error = new pulumi.RunError(describeViolations(violations));
    // Once the program's module has ended, the SDK prints the stack where it has one, and it says nothing to the user.
    error.stack = error.message;
    // The SDK logs an error that nobody handles, lets the program run on, and makes it fail in the end.
    void Promise.reject(error);
  }
}

async function resourceView(args: pulumi.ResourceTransformArgs): Promise<ResourceView> {
  const wire = await pulumi.runtime.serializeProperties(args.name, args.props, { keepOutputValues: true });
  const { values, secretPaths, dependencies } = readWireInputs(wire);
  const parent = args.opts.parent === undefined ? undefined : await resolved(args.opts.parent.urn);
  return viewOf({
    urn: urnOf(
      { type: args.type, name: args.name, ...(parent !== undefined && { parent }) },
      pulumi.getProject(),
      pulumi.getStack(),
    ),
    type: args.type,
    name: args.name,
    inputs: unknownCheckingProxy(values),
    secretPaths,
    dependencies,
  });
}

/** The value of an output that is known, such as a URN. */
function resolved<T>(output: pulumi.Output<T>): Promise<T> {
  return new Promise((resolve) => {
    output.apply(resolve);
  });
}
