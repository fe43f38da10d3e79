import type * as pulumi from "@pulumi/pulumi";
import { matchesType, parseResourceType } from "../resource-type.ts";
import type { ResourceRule, Rule, StackRule } from "../rule.ts";
import type { ResourceView } from "../view.ts";
import { registeredResource } from "./registration.ts";
import { judgeResource, judgeStack } from "./verdict.ts";
import type { Judging, UndecidedRule, Violation } from "./verdict.ts";

/** How the guard acts on what it finds. */
export interface EnforcementSettings {
  /** The mandatory rules. */
  readonly rules: readonly Rule[];
  /** Whether this is a preview, in which nothing is created, so that everything can be judged before the run fails. */
  readonly preview: boolean;
  /** What the policy file says. Default: nothing. */
  readonly judging?: Judging;
  /** Called for each group of violations as it is found; must make the run fail. */
  readonly fail: (violations: readonly Violation[]) => void;
}

/** What the guard knows in the end. */
export interface Outcome {
  /** Every rule that could not be decided. */
  readonly undecided: readonly UndecidedRule[];
  /** Whether anything violated a rule. */
  readonly failed: boolean;
}

/** Judges resources as they are registered, and the stack at the end. */
export class Enforcement {
  readonly #settings: EnforcementSettings;
  readonly #resourceRules: readonly ResourceRule[];
  readonly #stackRules: readonly StackRule[];
  readonly #stackResources: ResourceView[] = [];
  readonly #undecided: UndecidedRule[] = [];
  #failed = false;

  constructor(settings: EnforcementSettings) {
    this.#settings = settings;
    this.#resourceRules = settings.rules.filter((rule) => rule.scope === "resource");
    this.#stackRules = settings.rules.filter((rule) => rule.scope === "stack");
  }

  /** Judges one resource. Outside of a preview it throws where the resource violates a rule, which stops its registration. */
  async judge(args: pulumi.ResourceTransformArgs): Promise<void> {
    const type = parseResourceType(args.type);
    const rules = this.#resourceRules.filter(({ appliesTo }) =>
      appliesTo.some((pattern) => matchesType(pattern, type)),
    );
    const kept = this.#stackRules.some(({ appliesTo, reads }) =>
      [...appliesTo, ...reads].some((pattern) => matchesType(pattern, type)),
    );
    if (rules.length === 0 && !kept) return;

    const resource = await registeredResource(args);
    if (kept) this.#stackResources.push(resource);
    const { violations, undecided } = judgeResource(rules, resource, this.#settings.judging);
    this.#undecided.push(...undecided);
    if (violations.length === 0) return;
    this.#fail(violations);
    if (!this.#settings.preview) {
      throw new Error(
        `${args.type} ${JSON.stringify(args.name)} was not registered: it violates mandatory policies`,
      );
    }
  }

  /** Judges the stack, when everything has been registered. */
  finish(): Outcome {
    const { violations, undecided } = judgeStack(
      this.#stackRules,
      this.#stackResources,
      this.#settings.judging,
    );
    if (violations.length > 0) this.#fail(violations);
    return { undecided: [...this.#undecided, ...undecided], failed: this.#failed };
  }

  #fail(violations: readonly Violation[]): void {
    this.#failed = true;
    this.#settings.fail(violations);
  }
}
